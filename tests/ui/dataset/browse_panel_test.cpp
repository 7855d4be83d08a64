#include "core/workspace/catalogue.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"
#include "core/workspace/post_log.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/dataset/dataset_workspace.h"
#include "ui/tabs/dataset/browse_panel.h"
#include "ui/tabs/dataset/quick_look.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/widgets/image_grid.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <filesystem>

namespace nakama
{

using test::must;

class BrowsePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        test::makeDataset(*m_folder / "workspace");
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
        QCOMPARE(filter()->filter().source.values, std::vector<std::string>{"folder"});
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

    void severalValuesOfAFieldAreListedTogether()
    {
        choose({QStringLiteral("Class"), QStringLiteral("Luffy")});
        QTRY_COMPARE(model()->rowCount(), 3);
        choose({QStringLiteral("Class"), QStringLiteral("Nami!")});
        QTRY_COMPARE(model()->rowCount(), 6);
        choose({QStringLiteral("Source"), QStringLiteral("drawn")});
        QTRY_COMPARE(model()->rowCount(), 3);
        QCOMPARE(chips(), (QStringList{QStringLiteral("Luffy"), QStringLiteral("Nami!"),
                                       QStringLiteral("Source: drawn")}));
        choose({QStringLiteral("Class"), QStringLiteral("Luffy")}); // ticked before, so it goes
        QTRY_COMPARE(model()->rowCount(), 2);
        choose({QStringLiteral("Size"), QStringLiteral("Shorter side 64 to 127 px")});
        QTRY_COMPARE(model()->rowCount(), 0);
        choose({QStringLiteral("Size"), QStringLiteral("Shorter side to 63 px")});
        QTRY_COMPARE(model()->rowCount(), 2);
    }

    void ratingTagsAndPoolFilter()
    {
        auto catalogue = must(m_session->workspace().catalogue());
        PostLog log(catalogue, "https://booru.example");
        Post post;
        post.id = 1;
        post.md5 = std::string(32, 'a');
        post.rating = "q";
        post.tags = "Шляпа one_piece";
        post.originalUrl = "https://cdn.example/1.jpg";
        const auto search = must(log.begin({{0, "q"}})).at(0);
        must(log.addPage(search, {{post, ""}}));
        must(log.setStored(must(log.wanted(search, 9)).at(0).number, model()->idAt(0), 0,
                           PostVariant::Original));
        choose({QStringLiteral("Rating"), QStringLiteral("Questionable")});
        QTRY_COMPARE(model()->rowCount(), 1);
        filter()->setFilter({});
        QTRY_COMPARE(model()->rowCount(), 6);
        filter()->findChild<QLineEdit*>()->setFocus();
        QTest::keyClicks(filter()->findChild<QLineEdit*>(), QStringLiteral("ONE_piece"));
        QTRY_COMPARE(model()->rowCount(), 1);
        filter()->findChild<QLineEdit*>()->setText(QStringLiteral("шляпа name0"));
        QTest::qWait(300);
        QTRY_COMPARE(model()->rowCount(), 1);
        filter()->findChild<QLineEdit*>()->clear();
        QTRY_COMPARE(model()->rowCount(), 6);
        choose({QStringLiteral("Split"), QStringLiteral("In the true test")});
        QTRY_COMPARE(model()->rowCount(), 0);
    }

    void picturesAreMovedMarkedAndPutIntoParts()
    {
        {
            auto catalogue = must(m_session->workspace().catalogue());
            must(EditJournal(catalogue).split(
                {{model()->idAt(0), SplitPart::Train}, {model()->idAt(1), SplitPart::Train}}, {}));
        }
        m_grid->setCurrentIndex(model()->index(1, 0));
        act({QStringLiteral("Part of the split"), QStringLiteral("Test, with copies")});
        QTRY_COMPARE(record(1).split, SplitPart::Test);
        QTest::keyClick(m_grid, Qt::Key_U);
        QTRY_COMPARE(record(1).mark, PictureMark::Unsure);
        QCOMPARE(record(1).split, std::nullopt);
        QTest::keyClick(m_grid, Qt::Key_Backspace);
        QTRY_COMPARE(record(1).mark, std::nullopt);
        QCOMPARE(record(1).classIndex, -1);
        m_grid->setCurrentIndex(model()->index(2, 0));
        QTRY_VERIFY(m_session->jobs().active().empty());
        QSignalSpy edited(m_session.get(), &Session::edited);
        act({QStringLiteral("Move to"), QStringLiteral("The true test")});
        QTRY_COMPARE(edited.count(), 1);
        QCOMPARE(record(2).pool, Pool::TrueTest);

        act({QStringLiteral("Part of the split"), QStringLiteral("Train, with copies")});
        QTRY_COMPARE(edited.count(), 2);
        const QString said = skippedText(edited[1][0].value<EditOutcome>());
        QVERIFY2(said.contains(QStringLiteral("the true test is never trained on")), qPrintable(said));
        act({QStringLiteral("Move to"), QStringLiteral("The pool, without the label")});
        QTRY_COMPARE(record(2).pool, Pool::Pool);
        QCOMPARE(record(2).classIndex, -1);
    }

    void copiesOfTheTrueTestAreRefusedInWords()
    {
        {
            auto catalogue = must(m_session->workspace().catalogue());
            must(CopyStore(catalogue).setCopies({{model()->idAt(0), model()->idAt(1), true, "resized"}}, {}));
            EditJournal journal(catalogue);
            must(journal.split({{model()->idAt(2), SplitPart::Train}}, {}));
            must(journal.edit(movePictures({model()->idAt(1)}, Pool::TrueTest)));
        }
        m_grid->setCurrentIndex(model()->index(0, 0));
        QSignalSpy edited(m_session.get(), &Session::edited);
        act({QStringLiteral("Part of the split"), QStringLiteral("Train, with copies")});
        QTRY_COMPARE(edited.count(), 1);
        const auto outcome = edited[0][0].value<EditOutcome>();
        QVERIFY(outcome.changed.empty());
        const QString said = skippedText(outcome); // the picture itself, and its copy in the true test
        QVERIFY2(said.contains(QStringLiteral("the true test has a copy of them")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("the true test is never trained on")), qPrintable(said));
    }

    void theBinIsEmptiedAfterAQuestion()
    {
        m_grid->setCurrentIndex(model()->index(0, 0));
        QTest::keyClick(m_grid, Qt::Key_Delete);
        QTRY_COMPARE(model()->rowCount(), 5);
        act({QStringLiteral("Empty the bin…")});
        QMessageBox* box = nullptr;
        QTRY_VERIFY((box = m_panel->findChild<QMessageBox*>()) && box->isVisible());
        QVERIFY(box->text().contains(QStringLiteral("1")));
        QTest::keyClick(box, Qt::Key_Escape); // what is asked for good is not done by chance
        QTRY_VERIFY(!m_panel->findChild<QMessageBox*>());
        QVERIFY(m_session->snapshot().nextUndo);
        act({QStringLiteral("Empty the bin…")});
        QTRY_VERIFY((box = m_panel->findChild<QMessageBox*>()) && box->isVisible());
        for (auto* button : box->findChildren<QPushButton*>())
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(m_session->snapshot().counts.images, 5);
        QVERIFY(!m_session->snapshot().nextUndo);
    }

    void whatLeavesTheListLeavesItsPlaceToTheNext()
    {
        m_panel->showClass(0); // rows 0, 2 and 4
        QTRY_COMPARE(model()->rowCount(), 3);
        m_grid->setFocus();
        m_grid->setCurrentIndex(model()->index(1, 0));
        const auto next = model()->idAt(2);
        QTest::keyClick(m_grid, Qt::Key_X);
        QTRY_COMPARE(model()->rowCount(), 2);
        QCOMPARE(model()->idAt(m_grid->currentIndex().row()), next);
        QCOMPARE(m_grid->selectedRows(), QList<int>{1});
        QTest::keyClick(m_grid, Qt::Key_X); // and so does the next key
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(m_grid->currentIndex().row(), 0);
        m_session->undo();
        QTRY_COMPARE(model()->rowCount(), 2);
        QCOMPARE(m_grid->currentIndex().row(), 0);
    }

    void aListThatNobodySeesWaits()
    {
        QTRY_VERIFY(m_session->jobs().active().empty());
        QSignalSpy listed(model(), &PictureListModel::listed);
        m_panel->hide();
        m_session->edit(deletePictures({model()->idAt(0)}));
        QTRY_COMPARE(m_session->snapshot().counts.perSplit.at("set-aside"), 1);
        QTest::qWait(50);
        QCOMPARE(listed.count(), 0);
        m_panel->show();
        QTRY_COMPARE(model()->rowCount(), 5);
    }

    void aLongListKeepsItsPlace()
    {
        m_panel.reset();
        m_session.reset();
        test::makeDataset(*m_folder / "long", 3000);
        open(*m_folder / "long");
        QTRY_COMPARE(model()->rowCount(), 3000);
        QTRY_VERIFY(m_grid->visualRect(model()->index(2999, 0)).height() > 0);
        m_grid->setFocus();
        m_grid->setCurrentIndex(model()->index(2500, 0));
        QTRY_VERIFY(m_grid->viewport()->rect().contains(m_grid->visualRect(m_grid->currentIndex())));
        const int top = m_grid->visualRect(m_grid->currentIndex()).top();
        const auto next = model()->idAt(2501);
        QTest::keyClick(m_grid, Qt::Key_Delete);
        QTRY_COMPARE(model()->rowCount(), 2999);
        QTRY_VERIFY(m_grid->viewport()->updatesEnabled());
        QCOMPARE(model()->idAt(m_grid->currentIndex().row()), next);
        QCOMPARE(m_grid->visualRect(m_grid->currentIndex()).top(), top);
        m_panel->showClass(0); // another list begins at its top
        QTRY_COMPARE(model()->rowCount(), 1499);
        QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
    }

private:
    static QAction* actionOf(QMenu* menu, const QString& text)
    {
        for (auto* action : menu->actions())
            if (QString(action->text())
                    .replace(QStringLiteral("&&"), QStringLiteral("\x01"))
                    .remove(QLatin1Char('&'))
                    .replace(QStringLiteral("\x01"), QStringLiteral("&")) == text)
                return action;
        return nullptr;
    }
    /** The action at the end of a path of submenus. */
    static void trigger(QMenu* menu, const QStringList& path)
    {
        QAction* action = nullptr;
        for (const auto& text : path) {
            action = actionOf(action ? action->menu() : menu, text);
            QVERIFY2(action, qPrintable(text));
        }
        action->trigger();
    }
    void choose(const QStringList& path)
    {
        auto* menu = filter()->findChild<QPushButton*>(QStringLiteral("filter"))->menu();
        Q_EMIT menu->aboutToShow();
        trigger(menu, path);
    }
    void act(const QStringList& path)
    {
        trigger(m_grid->findChild<QMenu*>({}, Qt::FindDirectChildrenOnly), path);
    }
    ImageRecord record(int row)
    {
        return must(must(m_session->workspace().catalogue()).image(model()->idAt(row)));
    }
    QStringList chips()
    {
        QStringList texts;
        for (const auto* chip : filter()->findChildren<QToolButton*>(QStringLiteral("chip")))
            texts << chip->text().section(QStringLiteral("  "), 0, 0);
        return texts;
    }
    void open() { open(*m_folder / "workspace"); }
    void open(const std::filesystem::path& folder)
    {
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<BrowsePanel>(*m_session);
        m_panel->resize(900, 600);
        m_panel->show();
        m_grid = m_panel->findChild<ImageGrid*>();
        QSignalSpy counted(m_session.get(), &Session::countsChanged);
        m_session->openWorkspace(folder);
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
