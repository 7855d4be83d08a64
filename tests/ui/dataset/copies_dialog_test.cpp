#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/copy_store.h"
#include "core/workspace/image_writer.h"
#include "tests/support/drawing.h"
#include "tests/support/must.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/dataset/copies_dialog.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QThread>
#include <QTreeView>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <future>
#include <set>

using namespace nakama;
using test::drawing;
using test::must;

namespace
{

cv::Mat mirrored(const cv::Mat& picture)
{
    cv::Mat result;
    cv::flip(picture, result, 1);
    return result;
}

cv::Mat halved(const cv::Mat& picture)
{
    cv::Mat result;
    cv::resize(picture, result, {}, 0.5, 0.5, cv::INTER_AREA);
    return result;
}

} // namespace

/** The dialog over a small workspace with planted copies. */
class CopiesDialogTest : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        test::TemporaryFolder folder;
        Session session;
        std::unique_ptr<CopiesDialog> dialog;

        Fixture()
        {
            session.createWorkspace(folder / "workspace",
                                    {"", {{"Nami", "", {}, {}}, {"Zoro", "", {}, {}}}, false});
        }

        void add(const std::string& name, const cv::Mat& rgb, int classIndex, Pool pool = Pool::Pool)
        {
            const auto content = must(encodePng(rgb));
            NewImage image;
            image.sha256 = sha256(content);
            image.extension = "png";
            image.width = rgb.cols;
            image.height = rgb.rows;
            image.bytes = static_cast<std::int64_t>(content.size());
            image.source = "test";
            image.originalName = name;
            image.pool = pool;
            image.classIndex = classIndex;
            auto writer = must(ImageWriter::open(session.workspace()));
            must(writer.add(image, content));
            must(writer.commit());
        }

        /** One group of three of Nami, one of two of Zoro with one of the true test, and one that is alone.
         */
        void plant()
        {
            add("zoro.png", drawing(2), 1);
            add("zoro-test.png", halved(drawing(2)), 1, Pool::TrueTest);
            add("nami.png", drawing(1), 0);
            add("nami-half.png", halved(drawing(1)), 0);
            add("nami-mirrored.png", mirrored(drawing(1)), 0);
            add("alone.png", drawing(3), 0);
        }

        void open()
        {
            dialog = std::make_unique<CopiesDialog>(session);
            dialog->show();
        }

        QTreeView* list() { return dialog->findChild<QTreeView*>(); }
        ImageGrid* grid() { return dialog->findChild<ImageGrid*>(); }
        QPushButton* button(const char* name)
        {
            return dialog->findChild<QPushButton*>(QString::fromLatin1(name));
        }
        QString summary() { return dialog->findChild<QLabel*>(QStringLiteral("summary"))->text(); }
        int groups() { return list()->model()->rowCount(); }
        QString cell(int row, int column) { return list()->model()->index(row, column).data().toString(); }
        QString caption(const QString& name)
        {
            for (int row = 0; row < grid()->model()->rowCount(); ++row)
                if (const auto text = grid()->model()->index(row, 0).data().toString();
                    text.startsWith(name + QLatin1Char('\n')))
                    return text;
            return {};
        }
        QString emptyHeadline() { return dialog->findChild<EmptyState*>()->accessibleName(); }
        bool idle() { return button("look")->isEnabled(); }
        std::int64_t aside() { return session.snapshot().counts.perSplit.at("set-aside"); }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void listsGroupsInTheBackground();
    void setsAsideAndTakesBack();
    void remembersWhatIsNoCopy();
    void oneOfAGroupIsToldApart();
    void saysWhereThereIsNothing();
    void stopsAndSaysSo();
    void mnemonicsAreUnique();
    void closesWithTheWorkspace();
};

void CopiesDialogTest::listsGroupsInTheBackground()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    f.open();
    QVERIFY2(!f.idle() && f.groups() == 0, "nothing is read on the window's thread");
    QTRY_COMPARE(f.groups(), 2);
    QVERIFY(f.idle());
    QCOMPARE(f.dialog->focusWidget(), f.list());
    QCOMPARE(f.cell(0, 0), QStringLiteral("3"));
    QCOMPARE(f.cell(0, 1), QStringLiteral("resized, mirrored"));
    QCOMPARE(f.cell(0, 2), QStringLiteral("Nami"));
    QCOMPARE(f.cell(1, 0), QStringLiteral("2"));
    QCOMPARE(f.cell(1, 2), QStringLiteral("Zoro"));
    QCOMPARE(f.grid()->model()->rowCount(), 3);
    QCOMPARE(f.grid()->model()->index(0, 0).data().toString(), QStringLiteral("nami.png\n200 × 160\nkeeper"));
    QVERIFY(f.caption(QStringLiteral("nami-half.png")).contains(QStringLiteral("100 × 80\nresized; ")));
    QVERIFY(f.caption(QStringLiteral("nami-mirrored.png")).contains(QStringLiteral("mirrored; ")));
    f.list()->setCurrentIndex(f.list()->model()->index(1, 0));
    QVERIFY(f.caption(QStringLiteral("zoro-test.png")).contains(QStringLiteral("of the true test")));
    QVERIFY(!f.caption(QStringLiteral("zoro.png")).contains(QStringLiteral("of the true test")));
}

void CopiesDialogTest::setsAsideAndTakesBack()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    f.open();
    QTRY_COMPARE(f.groups(), 2);
    QVERIFY(!f.button("undo")->isEnabled());
    QVERIFY2(f.summary().contains(QStringLiteral("takes 2 picture")), qPrintable(f.summary()));
    f.button("setAside")->click();
    QTRY_VERIFY(f.button("undo")->isEnabled());
    QVERIFY(!f.button("setAside")->isEnabled()); // the true test's copy is none to set aside
    QVERIFY(f.caption(QStringLiteral("nami-half.png")).contains(QStringLiteral("set aside")));
    QVERIFY(!f.caption(QStringLiteral("nami.png")).contains(QStringLiteral("set aside")));
    QTRY_COMPARE(f.aside(), 2);
    QTRY_COMPARE(f.session.snapshot().counts.perClass.at("Nami"), 2);

    f.button("undo")->click();
    QTRY_VERIFY(f.button("setAside")->isEnabled());
    QVERIFY(!f.button("undo")->isEnabled());
    QTRY_COMPARE(f.session.snapshot().counts.perClass.at("Nami"), 4);
    QVERIFY(!f.caption(QStringLiteral("nami-half.png")).contains(QStringLiteral("set aside")));
}

void CopiesDialogTest::remembersWhatIsNoCopy()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    f.open();
    QTRY_COMPARE(f.groups(), 2);
    f.button("notCopies")->click();
    QTRY_COMPARE(f.groups(), 1);
    QCOMPARE(f.cell(0, 2), QStringLiteral("Zoro"));
    f.button("look")->click();
    QVERIFY(!f.idle());
    QTRY_VERIFY(f.idle());
    QCOMPARE(f.groups(), 1);
    f.button("notCopies")->click();
    QTRY_COMPARE(f.groups(), 0);
    QCOMPARE(f.emptyHeadline(), QStringLiteral("No copies found"));
    QVERIFY(!f.button("notCopies")->isEnabled());
}

void CopiesDialogTest::oneOfAGroupIsToldApart()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    f.open();
    QTRY_COMPARE(f.groups(), 2);
    const auto model = f.grid()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString().startsWith(QStringLiteral("nami-mirrored.png")))
            f.grid()->setCurrentIndex(model->index(row, 0));
    QCOMPARE(f.grid()->selectedRows().size(), 1);
    f.button("notCopies")->click();
    QTRY_VERIFY(f.idle() && f.cell(0, 0) == QStringLiteral("2"));
    QCOMPARE(f.groups(), 2);
    QTRY_VERIFY(!f.caption(QStringLiteral("nami-half.png")).isEmpty()); // the same group stays chosen
    QVERIFY(f.caption(QStringLiteral("nami-mirrored.png")).isEmpty());
}

void CopiesDialogTest::saysWhereThereIsNothing()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.open();
    QTRY_COMPARE(f.emptyHeadline(), QStringLiteral("No pictures yet"));
    QVERIFY(!f.button("setAside")->isEnabled());
    f.add("alone.png", drawing(3), 0);
    f.button("look")->click();
    QTRY_COMPARE(f.emptyHeadline(), QStringLiteral("No copies found"));
}

void CopiesDialogTest::stopsAndSaysSo()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    std::promise<void> gate; // the search waits behind these, so that it cannot end before it is stopped
    const auto wait = [opened = gate.get_future().share()](JobContext&) -> Result<int> {
        opened.wait();
        return 0;
    };
    for (int i = 0; i < std::max(2, QThread::idealThreadCount()); ++i)
        f.session.jobs().start(std::make_shared<Task<int>>("wait", wait), {}, f.session.workspaceScope(),
                               [](const JobOutcome&) {});
    f.open();
    QVERIFY(f.button("stop")->isVisible());
    f.button("stop")->click();
    gate.set_value();
    QTRY_VERIFY(f.idle());
    QCOMPARE(f.emptyHeadline(), QStringLiteral("Not looked through"));
    QVERIFY2(f.summary().contains(QStringLiteral("Stopped")), qPrintable(f.summary()));
    QVERIFY(!f.button("stop")->isVisible());
    f.button("look")->click();
    QTRY_COMPARE(f.groups(), 2);
}

void CopiesDialogTest::mnemonicsAreUnique()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.open();
    std::set<QString> seen;
    for (const auto* button : f.dialog->findChildren<QPushButton*>()) {
        const QString key = QKeySequence::mnemonic(button->text()).toString();
        QVERIFY2(!key.isEmpty() && seen.insert(key).second, qPrintable(button->text()));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
}

void CopiesDialogTest::closesWithTheWorkspace()
{
    Fixture f;
    QTRY_VERIFY(f.session.isSnapshotRead());
    f.plant();
    f.open();
    f.session.closeWorkspace();
    QTRY_VERIFY(!f.dialog->isVisible());
    QTRY_VERIFY(f.session.jobs().active().empty());
}

QTEST_MAIN(CopiesDialogTest)
#include "copies_dialog_test.moc"
