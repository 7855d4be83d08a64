#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/image_writer.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/dataset/browse_panel.h"
#include "ui/tabs/dataset/quick_look.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/widgets/image_grid.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <opencv2/core.hpp>

#include <filesystem>
#include <stdexcept>

namespace nakama
{

namespace
{

template<typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/** Six pictures of two classes, half of each, all different. */
void fill(const std::filesystem::path& folder)
{
    const auto workspace =
        must(Workspace::create(folder, {"", {{"Luffy", "", {}, {}}, {"Nami", "Nami!", {}, {}}}, false}));
    auto writer = must(ImageWriter::open(workspace));
    for (int i = 0; i < 6; ++i) {
        const auto file = must(encodePng(cv::Mat(20, 30 + i, CV_8UC3, cv::Scalar(40 * i, 90, 200 - 30 * i))));
        NewImage image;
        image.sha256 = sha256(file);
        image.extension = "png";
        image.width = 30 + i;
        image.height = 20;
        image.bytes = static_cast<std::int64_t>(file.size());
        image.source = i < 3 ? "folder" : "drawn";
        image.originalName = "name" + std::to_string(i) + ".png";
        image.classIndex = i % 2;
        must(writer.add(image, file));
    }
    must(writer.commit());
}

} // namespace

class BrowsePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        fill(*m_folder / "workspace");
        open();
        QTRY_COMPARE(model()->rowCount(), 6);
        m_grid->setFocus();
    }

    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
        m_folder.reset();
    }

    void showsThumbnailsAndKeepsThemOnDisk()
    {
        const QAbstractItemModelTester tester(model());
        QTRY_COMPARE(model()->index(0, 0).data(Qt::DisplayRole).toString(), QStringLiteral("Luffy"));
        QTRY_COMPARE(model()->index(1, 0).data(Qt::DisplayRole).toString(), QStringLiteral("Nami!"));
        QTRY_VERIFY(model()->index(5, 0).data(Qt::DecorationRole).typeId() == QMetaType::QImage);
        int kept = 0;
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(m_session->workspace().thumbnailFolder()))
            kept += file.path().extension() == ".jpg" ? 1 : 0;
        QVERIFY(kept > 0);
    }

    void aKeyLabelsAndUndoTakesItBackAfterARestart()
    {
        m_grid->setCurrentIndex(model()->index(0, 0));
        QSignalSpy changed(m_session.get(), &Session::picturesChanged);
        QTest::keyClick(m_grid, Qt::Key_2);
        QTRY_COMPARE(changed.count(), 1);
        QTRY_COMPARE(model()->index(0, 0).data(Qt::DisplayRole).toString(), QStringLiteral("Nami!"));

        m_panel.reset();
        m_session.reset();
        open();
        QTRY_VERIFY(m_session->snapshot().nextUndo);
        QCOMPARE(editText(*m_session->snapshot().nextUndo, m_session->snapshot().classes),
                 QStringLiteral("1 picture(s) to Nami!"));
        m_session->undo();
        QTRY_COMPARE(model()->index(0, 0).data(Qt::DisplayRole).toString(), QStringLiteral("Luffy"));
        QTRY_VERIFY(!m_session->snapshot().nextUndo && m_session->snapshot().nextRedo);
    }

    void whatIsDeletedLeavesTheListAndIsFoundInTheBin()
    {
        m_grid->selectAll();
        m_grid->selectionModel()->select(model()->index(0, 0), QItemSelectionModel::Deselect);
        QTest::keyClick(m_grid, Qt::Key_Delete);
        QTRY_COMPARE(model()->rowCount(), 1);
        ImageFilter bin;
        bin.use = UseState::Bin;
        filter()->setFilter(bin);
        QTRY_COMPARE(model()->rowCount(), 5);
        m_grid->selectAll();
        QTest::keyClick(m_grid, Qt::Key_Delete, Qt::ShiftModifier);
        QTRY_COMPARE(model()->rowCount(), 0);
        QTRY_COMPARE(m_session->snapshot().counts.perSplit.at("set-aside"), 0);
    }

    void filtersCombineAndAChipTakesOneAway()
    {
        ImageFilter both;
        both.use = UseState::NotInBin;
        both.source = "folder";
        both.classIndex = 1;
        filter()->setFilter(both);
        QTRY_COMPARE(model()->rowCount(), 1);
        const auto chips = filter()->findChildren<QToolButton*>(QStringLiteral("chip"));
        QCOMPARE(chips.size(), 2);
        QVERIFY(chips[0]->text().startsWith(QStringLiteral("Nami!")));
        chips[0]->click();
        QTRY_COMPARE(model()->rowCount(), 3);
        QCOMPARE(filter()->filter().source, std::optional<std::string>("folder"));
        QVERIFY(!filter()->filter().classIndex);
    }

    void aChangeThatTheFilterExcludesLeavesTheList()
    {
        m_panel->showClass(0);
        QTRY_COMPARE(model()->rowCount(), 3);
        m_grid->setCurrentIndex(model()->index(1, 0));
        QTest::keyClick(m_grid, Qt::Key_X);
        QTRY_COMPARE(model()->rowCount(), 2);
        m_session->undo();
        QTRY_COMPARE(model()->rowCount(), 3);
    }

    void spaceLooksAndTheArrowsGoOn()
    {
        m_grid->setCurrentIndex(model()->index(0, 0));
        QTest::keyClick(m_grid, Qt::Key_Space);
        auto* const look = m_panel->findChild<QuickLook*>();
        QVERIFY(look);
        const auto shows = [&](const QString& text) {
            for (const auto* label : look->findChildren<QLabel*>())
                if (label->text().contains(text))
                    return true;
            return false;
        };
        QTRY_VERIFY(shows(QStringLiteral("name0.png")));
        QTest::keyClick(look, Qt::Key_Right);
        QTRY_VERIFY(shows(QStringLiteral("name1.png")));
        QCOMPARE(m_grid->currentIndex().row(), 1);
        QPointer<QuickLook> gone(look);
        QTest::keyClick(look, Qt::Key_Space);
        QTRY_VERIFY(!gone);
    }

private:
    void open()
    {
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<BrowsePanel>(*m_session);
        m_panel->resize(900, 600);
        m_panel->show();
        m_grid = m_panel->findChild<ImageGrid*>();
        QSignalSpy counted(m_session.get(), &Session::countsChanged);
        m_session->openWorkspace(*m_folder / "workspace");
        QVERIFY(counted.wait());
    }
    PictureListModel* model() { return m_panel->findChild<PictureListModel*>(); }
    FilterBar* filter() { return m_panel->findChild<FilterBar*>(); }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<BrowsePanel> m_panel;
    ImageGrid* m_grid = nullptr;
};

} // namespace nakama

QTEST_MAIN(nakama::BrowsePanelTest)
#include "browse_panel_test.moc"
