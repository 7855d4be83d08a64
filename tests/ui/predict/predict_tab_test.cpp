#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/predict/answer_panel.h"
#include "ui/tabs/predict/predict_tab.h"
#include "ui/tabs/predict/screen_region.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace nakama;

/** The predict page over an engine without LibTorch that tells red pictures from others. */
class PredictTabTest : public QObject
{
    Q_OBJECT

private:
    static std::filesystem::path plain(const std::filesystem::path& path, const cv::Scalar& rgb)
    {
        if (!writeFileAtomically(path, encodePng(cv::Mat(40, 60, CV_8UC3, rgb)).value()))
            qFatal("the test's picture could not be written");
        return path;
    }

    static QString textOf(const PredictTab& tab)
    {
        QString text;
        for (const auto* label : tab.findChild<AnswerPanel*>()->findChildren<QLabel*>())
            text += label->text() + QLatin1Char('\n');
        return text;
    }

    /** A session whose engine is there, as when the window has been on the screen for a moment. */
    struct Loaded
    {
        Loaded() { session.loadEngine(); }
        Session session;
        PredictController predict{session};
    };

private Q_SLOTS:
    void answersWithACheckpointAlone();
    void waitsForAModelAndAsksAgainWithAnother();
    void pastesPixelsAndFiles();
    void asksAboutAPart();
    void saysWhatItCannotRead();
    void aThousandFilesLeaveTheWindowFree();
    void showsWhy();
    void drawsAThumbnailOnce();
    void choosesAPartOfTheScreen();
};

void PredictTabTest::answersWithACheckpointAlone()
{
    const test::TemporaryFolder folder;
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    tab.show();
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    loaded.predict.ask({plain(folder / "red.png", {220, 0, 0}), plain(folder / "blue.png", {0, 0, 220})});
    QTRY_COMPARE(loaded.predict.answeredCount(), 2);
    QVERIFY2(textOf(tab).contains(QStringLiteral("Red")), qPrintable(textOf(tab)));
    auto* const grid = tab.findChild<ImageGrid*>();
    grid->setCurrentIndex(grid->model()->index(1, 0));
    QVERIFY2(textOf(tab).contains(QStringLiteral("Other")), qPrintable(textOf(tab)));
    QVERIFY2(textOf(tab).contains(QStringLiteral("shorter side to 232")), "which preprocessing");
    QTRY_COMPARE(tab.findChild<PictureView*>()->picture().size(), QSize(60, 40));
}

void PredictTabTest::waitsForAModelAndAsksAgainWithAnother()
{
    const test::TemporaryFolder folder;
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    loaded.predict.ask({plain(folder / "red.png", {220, 0, 0})});
    QTRY_COMPARE(loaded.predict.pictures().rowCount(), 1);
    QTRY_VERIFY(loaded.session.engine());
    QCOMPARE(loaded.predict.answeredCount(), 0);
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "one.safetensors", QStringLiteral("one")));
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "two.safetensors", QStringLiteral("two")));
    QCOMPARE(loaded.predict.answeredCount(), 0);
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    loaded.predict.clear();
    QCOMPARE(loaded.predict.pictures().rowCount(), 0);
    QVERIFY(loaded.predict.answers().empty());
}

void PredictTabTest::pastesPixelsAndFiles()
{
    const test::TemporaryFolder folder;
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    tab.show();
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    QImage red(30, 30, QImage::Format_RGB32);
    red.fill(QColor(220, 0, 0));
    QGuiApplication::clipboard()->setImage(red);
    QTest::keyClick(&tab, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    QCOMPARE(loaded.predict.answers()[0].verdict, std::string("Red"));

    auto* const files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(toQString(plain(folder / "ナミ 1.png", {0, 0, 220})))});
    QGuiApplication::clipboard()->setMimeData(files);
    QTest::keyClick(&tab, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(loaded.predict.answeredCount(), 2);
    QCOMPARE(loaded.predict.answers()[1].verdict, std::string("Other"));
}

void PredictTabTest::asksAboutAPart()
{
    const test::TemporaryFolder folder;
    cv::Mat halves(40, 80, CV_8UC3, cv::Scalar(0, 0, 220));
    halves(cv::Rect(0, 0, 30, 40)) = cv::Scalar(220, 0, 0);
    QVERIFY(writeFileAtomically(folder / "halves.png", encodePng(halves).value()));
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    tab.show();
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    loaded.predict.ask({folder / "halves.png"});
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    QCOMPARE(loaded.predict.answers()[0].verdict, std::string("Other"));
    auto* const view = tab.findChild<PictureView*>();
    QTRY_VERIFY(!view->picture().isNull());
    Q_EMIT view->boxChosen(QRect(0, 0, 24, 40));
    QTRY_COMPARE(loaded.predict.answeredCount(), 2);
    QCOMPARE(loaded.predict.answers()[1].verdict, std::string("Red"));
    QCOMPARE(view->picture().size(), QSize(24, 40));
}

void PredictTabTest::saysWhatItCannotRead()
{
    const test::TemporaryFolder folder;
    QVERIFY(writeFileAtomically(folder / "notes.txt", "no picture"));
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    loaded.predict.ask({folder / "notes.txt"});
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    QVERIFY2(textOf(tab).contains(QStringLiteral("Not readable")), qPrintable(textOf(tab)));
}

void PredictTabTest::aThousandFilesLeaveTheWindowFree()
{
    const test::TemporaryFolder folder;
    const auto first = plain(folder / "0.png", {220, 0, 0});
    for (int i = 1; i < 1000; ++i)
        std::filesystem::copy_file(first, folder / (std::to_string(i) + ".png"));
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    tab.show();
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    loaded.predict.ask({folder.path()});
    QTRY_COMPARE(loaded.predict.pictures().rowCount(), 1000);
    // A wish that comes meanwhile does not wait for the thousand.
    loaded.predict.ask(toQImage(cv::Mat(20, 20, CV_8UC3, cv::Scalar(220, 0, 0))), QStringLiteral("urgent"));
    const auto urgent = loaded.predict.pictures().pictures().back().id;
    QTRY_VERIFY_WITH_TIMEOUT(loaded.predict.pictures().find(urgent)->answered, 60000);
    QVERIFY(loaded.predict.answeredCount() < 1001);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.predict.answeredCount(), 1001, 60000);
    QTRY_VERIFY(!loaded.predict.isBusy());
}

void PredictTabTest::showsWhy()
{
    const test::TemporaryFolder folder;
    Loaded loaded;
    PredictTab tab(loaded.session, loaded.predict);
    tab.show();
    QTRY_VERIFY(loaded.session.engine());
    loaded.predict.setModel(askedModel(AskedModel::Kind::File, "any.safetensors", QStringLiteral("any")));
    loaded.predict.ask({plain(folder / "red.png", {220, 0, 0})});
    QTRY_COMPARE(loaded.predict.answeredCount(), 1);
    QSignalSpy explained(&loaded.predict, &PredictController::explained);
    tab.findChild<QCheckBox*>()->setChecked(true);
    QTRY_VERIFY(!explained.isEmpty());
    QVERIFY(!explained.last()[1].value<QImage>().isNull());
}

void PredictTabTest::drawsAThumbnailOnce()
{
    Loaded loaded;
    QImage large(2000, 1000, QImage::Format_RGB32);
    large.fill(Qt::red);
    loaded.predict.ask(large, QStringLiteral("large"));
    const auto& pictures = loaded.predict.pictures();
    const auto thumbnail = [&] { return pictures.index(0).data(Qt::DecorationRole).value<QPixmap>(); };
    QCOMPARE(thumbnail().size(), QSize(320, 160));
    QCOMPARE(thumbnail().cacheKey(), thumbnail().cacheKey());
    loaded.predict.clear();
    loaded.predict.ask(QImage(40, 40, QImage::Format_RGB32), QStringLiteral("small"));
    QCOMPARE(thumbnail().size(), QSize(40, 40));
}

void PredictTabTest::choosesAPartOfTheScreen()
{
    QImage screens(400, 200, QImage::Format_RGB32);
    screens.fill(Qt::blue);
    auto* const region = new ScreenRegion(screens);
    QSignalSpy chosen(region, &ScreenRegion::chosen);
    QSignalSpy ended(region, &ScreenRegion::ended);
    region->resize(800, 400);
    region->show();
    const auto* const hint = region->findChild<QLabel*>();
    QVERIFY2(hint->isVisible() && hint->text().contains(QStringLiteral("Escape")), "the hint is on it");
    QVERIFY(region->rect().contains(hint->geometry()));
    auto* const view = region->findChild<PictureView*>();
    QTest::keyClick(view, Qt::Key_B);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<QImage>().size(), QSize(200, 100));
    QCOMPARE(ended.size(), 1);
}

QTEST_MAIN(PredictTabTest)
#include "predict_tab_test.moc"
