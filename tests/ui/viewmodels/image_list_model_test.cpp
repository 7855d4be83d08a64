#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "tests/support/temporary_folder.h"
#include "ui/viewmodels/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

#include <opencv2/core.hpp>

using namespace nakama;

class ImageListModelTest : public QObject
{
    Q_OBJECT

private:
    std::filesystem::path writePicture(const std::string& name, int width, int height)
    {
        const auto bytes = encodePng(cv::Mat(height, width, CV_8UC3, cv::Scalar(200, 40, 40)));
        const auto path = m_folder / name;
        if (!bytes || !writeFileAtomically(path, *bytes))
            qFatal("no picture could be written");
        return path;
    }

    test::TemporaryFolder m_folder;

private Q_SLOTS:
    void decodesWhatIsAskedFor();
    void keepsGoingAfterAnUnreadablePicture();
    void prependsAndKeepsWithinBounds();
    void survivesBeingDestroyedWhileDecoding();
};

void ImageListModelTest::decodesWhatIsAskedFor()
{
    ImageListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setItems({{writePicture("wide.png", 640, 320), QStringLiteral("wide"), QStringLiteral("about it")},
                    {writePicture("small.png", 20, 10), QStringLiteral("small"), {}}});
    model.setThumbnailSize(160);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), QStringLiteral("about it"));
    QTRY_COMPARE(model.index(0).data(Qt::DecorationRole).value<QPixmap>().size(), QSize(160, 80));
    const QColor pixel =
        model.index(0).data(Qt::DecorationRole).value<QPixmap>().toImage().pixelColor(80, 40);
    QCOMPARE(pixel, QColor(200, 40, 40));
    QTRY_COMPARE(model.index(1).data(Qt::DecorationRole).value<QPixmap>().size(),
                 QSize(20, 10)); // never enlarged
}

void ImageListModelTest::keepsGoingAfterAnUnreadablePicture()
{
    ImageListModel model;
    const auto broken = m_folder / "broken.png";
    QVERIFY(writeFileAtomically(broken, std::string_view("no picture")).has_value());
    model.setItems({{writePicture("good.png", 32, 32), QStringLiteral("good"), {}},
                    {broken, QStringLiteral("bad"), {}}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.index(0).data(Qt::DecorationRole);
    model.index(1).data(Qt::DecorationRole);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(model.index(0).data(Qt::DecorationRole).canConvert<QPixmap>());
    QCOMPARE(model.index(1).data(Qt::DecorationRole).typeId(), QMetaType::QColor); // a tile in its place
}

void ImageListModelTest::prependsAndKeepsWithinBounds()
{
    ImageListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto item = [](const char* name) { return ImageItem{name, QString::fromLatin1(name), {}}; };
    model.prepend({item("2"), item("1")}, 3);
    model.prepend({item("4"), item("3")}, 3);
    const auto titles = [&] {
        QString all;
        for (const auto& one : model.items())
            all += one.title;
        return all;
    };
    QCOMPARE(titles(), QStringLiteral("432"));
    model.prepend({item("9"), item("8"), item("7"), item("6")}, 3);
    QCOMPARE(titles(), QStringLiteral("987"));
    model.prepend({}, 3);
    QCOMPARE(model.rowCount(), 3);

    // The thumbnail of a picture that has moved down still finds its row.
    const auto picture = writePicture("moved.png", 32, 32);
    model.setItems({{picture, QStringLiteral("moved"), {}}});
    model.index(0).data(Qt::DecorationRole);
    model.prepend({item("new")}, 3);
    QTRY_VERIFY(model.index(1).data(Qt::DecorationRole).canConvert<QPixmap>());
}

void ImageListModelTest::survivesBeingDestroyedWhileDecoding()
{
    auto model = std::make_unique<ImageListModel>();
    std::vector<ImageItem> items;
    for (int i = 0; i < 40; ++i)
        items.push_back(
            {writePicture("many" + std::to_string(i) + ".png", 300, 300), QString::number(i), {}});
    model->setItems(items);
    for (int row = 0; row < model->rowCount(); ++row)
        model->index(row).data(Qt::DecorationRole);
    model.reset();
    QCoreApplication::processEvents();
}

QTEST_MAIN(ImageListModelTest)
#include "image_list_model_test.moc"
