#include "core/base/atomic_file.h"
#include "core/workflow/run_open_set.h"
#include "tests/support/stall_meter.h"
#include "tests/ui/window/picture_folders.h"
#include "tests/ui/window/window_driver.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/runs_model.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/window/create_workspace_dialog.h"
#include "ui/window/import_dialog.h"
#include "ui/window/import_report_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/window_host.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace nakama;
using test::button;
using test::click;
using test::home;
using test::openDialog;

namespace
{

constexpr int picturesAClass = 24;
constexpr auto trainingTimeoutMs = 180'000;

} // namespace

/** From nothing to a confusion matrix, by mouse and keys, with the real engine. The steps build on each
 * other. */
class MainWalkTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    QWidget& window() { return m_host->window(); }
    Session& session() { return m_host->session(); }
    std::filesystem::path workspaceFolder() { return home() / "Characters of mine"; }
    template<typename Widget>
    Widget* named(const char* name)
    {
        return window().findChild<Widget*>(QString::fromLatin1(name));
    }
    void trainFor(int epochs);

    std::unique_ptr<WindowHost> m_host;
    bool m_stepFailed = false;

private Q_SLOTS:
    void init();
    void cleanup() { m_stepFailed |= QTest::currentTestFailed(); }
    void initTestCase();
    void createsAWorkspace();
    void importsAFolder();
    void showsCounts();
    void splits();
    void stopsATraining();
    void continuesItAndStopsNow();
    void trainsAndEvaluates();
    void comparesNamesAndDeletesRuns();
    void findsEverythingAgain();
    void looksGoodInTheDarkAndInRussian();
};

void MainWalkTest::initTestCase()
{
    test::writePictureFolders(home() / "pictures", {"Luffy", "Zoro", "Stranger"}, picturesAClass);
    QVERIFY(writeFileAtomically(home() / "pictures" / "Zoro" / "broken.jpg", std::string_view("no picture"))
                .has_value());
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
    QCOMPARE(window().windowTitle(), QStringLiteral("Nakama"));
    test::screenshot(window(), QStringLiteral("01-start"));
}

void MainWalkTest::init()
{
    if (m_stepFailed)
        QSKIP("an earlier step failed");
}

void MainWalkTest::createsAWorkspace()
{
    click(button(&window(), QStringLiteral("Create workspace…")));
    auto* dialog = openDialog<CreateWorkspaceDialog>();
    QVERIFY(dialog);
    test::type(dialog->findChild<QLineEdit*>(QStringLiteral("folder")), toQString(workspaceFolder()));
    click(dialog->findChild<QRadioButton*>(QStringLiteral("ownClasses")));
    test::type(dialog->findChild<QPlainTextEdit*>(QStringLiteral("classNames")),
               QStringLiteral("Luffy\nZoro"));
    test::screenshot(window(), QStringLiteral("02-create"));
    click(button(dialog, QStringLiteral("Create")));
    QTRY_VERIFY(session().isSnapshotRead());
    QCOMPARE(window().windowTitle(), QStringLiteral("Characters of mine – Nakama"));
    test::screenshot(window(), QStringLiteral("03-empty"));
}

void MainWalkTest::importsAFolder()
{
    click(button(&window(), QStringLiteral("Import a folder…")));
    auto* chooser = openDialog<QFileDialog>();
    QVERIFY(chooser);
    auto* name = chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    // Pasted: Qt's file dialog edits the text itself while a path is typed.
    QGuiApplication::clipboard()->setText(toQString(home() / "pictures"));
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(name, Qt::Key_Return);

    auto* dialog = openDialog<ImportDialog>();
    QVERIFY(dialog);
    auto* import = dialog->findChild<QAbstractButton*>(QStringLiteral("import"));
    QTRY_VERIFY(import->isEnabled());
    test::screenshot(window(), QStringLiteral("04-import"));
    auto* table = dialog->findChild<QTableView*>();
    auto* choice = table->viewport()->findChild<QComboBox*>();
    QVERIFY(choice); // for the one folder that no class matches
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(choice->currentText(), QStringLiteral("Add class “Stranger”"));
    click(import);

    auto* report = openDialog<ImportReportDialog>();
    QVERIFY(report);
    test::screenshot(window(), QStringLiteral("05-import-report"));
    click(button(report, QStringLiteral("Copy list")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("broken.jpg")));
    QTest::keyClick(report, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void MainWalkTest::showsCounts()
{
    QTRY_COMPARE(session().snapshot().counts.images, std::int64_t{3 * picturesAClass});
    auto* chart = window().findChild<BarChart*>();
    QVERIFY(chart && chart->isVisible());
    QCOMPARE(chart->classCount(), 3);
    QCOMPARE(chart->total(0), double{picturesAClass});
    test::screenshot(window(), QStringLiteral("06-dataset"));
}

void MainWalkTest::splits()
{
    click(named<QAbstractButton>("split"));
    QTRY_VERIFY(session().snapshot().split.has_value());
    QTRY_VERIFY(session().snapshot().counts.perSplit.at("test") >= 9);
    QCOMPARE(session().snapshot().counts.perSplit.at("unsplit"), std::int64_t{0});
    test::screenshot(window(), QStringLiteral("07-split"));
}

void MainWalkTest::trainFor(int epochs)
{
    test::pressControl(window(), Qt::Key_5);
    QTRY_VERIFY_WITH_TIMEOUT(session().engine(), 30'000);
    QVERIFY2(session().engineProblem().isEmpty(), qPrintable(session().engineProblem()));
    auto* start = named<QAbstractButton>("start");
    QTRY_VERIFY(start->isVisible() && start->isEnabled());
    test::type(named<QWidget>("epochs"), QString::number(epochs));
    test::type(named<QWidget>("batch"), QStringLiteral("16"));
    test::type(named<QWidget>("inputSize"), QStringLiteral("32"));
    QTest::keyClick(named<QWidget>("inputSize"), Qt::Key_Tab);
    test::screenshot(window(), QStringLiteral("08-train-%1").arg(epochs));
    click(start);
}

void MainWalkTest::stopsATraining()
{
    trainFor(500);
    const test::StallMeter meter;
    auto* start = named<QAbstractButton>("start");
    QTRY_VERIFY_WITH_TIMEOUT(!session().snapshot().runs.empty() &&
                                 session().snapshot().runs.front().epochs >= 2,
                             trainingTimeoutMs);
    QCOMPARE(session().snapshot().runs.front().status, RunStatus::Running);
    qInfo("the window while it trains: %zu ticks; p99 %.1f ms, longest %.1f ms; of it computing: p99 %.1f "
          "ms, longest %.1f ms",
          meter.ticks(), meter.wallMs(0.99), meter.wallMs(1), meter.cpuMs(0.99), meter.cpuMs(1));
    QVERIFY2(meter.cpuMs(0.99) < 16, qPrintable(QString::number(meter.cpuMs(0.99))));
    test::screenshot(window(), QStringLiteral("09-training"));
    auto* state = named<QLabel>("trainingState");
    click(start);
    QCOMPARE(state->text(), QStringLiteral("Stopping after this batch…"));
    QVERIFY(!start->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(session().snapshot().runs.front().status == RunStatus::Cancelled, 30'000);
    const int kept = session().snapshot().runs.front().epochs;
    QVERIFY2(state->text().contains(QStringLiteral("%1 epochs are finished").arg(kept)),
             qPrintable(state->text()));
    test::screenshot(window(), QStringLiteral("10-stopped"));
}

void MainWalkTest::continuesItAndStopsNow()
{
    const int before = session().snapshot().runs.front().epochs;
    auto* state = named<QLabel>("trainingState");
    auto* resume = button(&window(), QStringLiteral("Continue"));
    QTRY_VERIFY(resume->isEnabled());
    click(resume);
    QTRY_VERIFY_WITH_TIMEOUT(session().snapshot().runs.front().epochs > before, trainingTimeoutMs);
    QCOMPARE(session().snapshot().runs.size(), std::size_t{1});
    click(named<QAbstractButton>("stopNow"));
    QTRY_VERIFY_WITH_TIMEOUT(session().snapshot().runs.front().status == RunStatus::Cancelled, 30'000);
    QCOMPARE(state->text(), QStringLiteral("Stopped; all up to the last checkpoint is kept."));
    QVERIFY(resume->isEnabled());
}

void MainWalkTest::trainsAndEvaluates()
{
    const QSignalSpy fitted(&session(), &Session::openSetFitted);
    trainFor(3);
    // The evaluation follows by itself, and the evaluate page with it.
    QTRY_VERIFY_WITH_TIMEOUT(window().findChild<ConfusionMatrixView*>()->isVisible(), trainingTimeoutMs);
    QTRY_COMPARE(session().snapshot().runs.size(), std::size_t{2});
    QCOMPARE(session().snapshot().runs.front().status, RunStatus::Finished);
    QCOMPARE(session().snapshot().runs.front().epochs, 3);
    test::screenshot(window(), QStringLiteral("11-evaluated"));
    // Whoever looks at the figures does not wait for the verdicts.
    QTRY_COMPARE_WITH_TIMEOUT(fitted.count(), qsizetype{1}, trainingTimeoutMs);
    const auto checkpoint = bestCheckpoint(session().workspace(), session().snapshot().runs.front().id);
    QVERIFY(std::filesystem::exists(openSetRuleBeside(checkpoint)));
}

void MainWalkTest::comparesNamesAndDeletesRuns()
{
    test::pressControl(window(), Qt::Key_5);
    auto* runs = named<QTableView>("runs");
    runs->setFocus();
    QTest::keyClick(runs, Qt::Key_A, Qt::ControlModifier);
    auto* view = named<QTabWidget>("runView");
    view->setCurrentIndex(view->count() - 1);
    auto* settings = named<QTableWidget>("settings");
    QTRY_COMPARE(settings->columnCount(), 3);
    QCOMPARE(settings->item(0, 0)->text(), QStringLiteral("Epochs")); // the one setting that differs
    QCOMPARE(settings->rowCount(), 1);
    test::screenshot(window(), QStringLiteral("12-settings-compared"));
    view->setCurrentIndex(0);
    test::screenshot(window(), QStringLiteral("12-curves-compared"));

    QTest::keyClick(runs, Qt::Key_Home);
    QTest::keyClick(runs, Qt::Key_Down); // the one that was stopped
    QTest::keyClick(runs, Qt::Key_F2);
    auto* dialog = openDialog<QDialog>();
    QVERIFY(dialog);
    test::type(dialog->findChild<QLineEdit*>(QStringLiteral("runName")), QStringLiteral("Too long"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(runs->model()->index(1, RunsModel::NameColumn).data().toString(),
                 QStringLiteral("Too long"));

    test::showAndActivate(window()); // again, after the dialog
    runs->setFocus();
    QTest::keyClick(runs, Qt::Key_Delete);
    auto* question = openDialog<QMessageBox>();
    QVERIFY(question);
    click(button(question, QStringLiteral("Delete")));
    QTRY_COMPARE(session().snapshot().runs.size(), std::size_t{1});
    QCOMPARE(session().snapshot().runs.front().status, RunStatus::Finished);
}

void MainWalkTest::findsEverythingAgain()
{
    QVERIFY(window().close());
    m_host.reset();
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
    auto* recent = window().findChild<QListWidget*>();
    QVERIFY(recent && recent->isVisible());
    QCOMPARE(recent->count(), 1);
    recent->setFocus();
    QTest::keyClick(recent, Qt::Key_Down);
    QTest::keyClick(recent, Qt::Key_Return);
    QTRY_VERIFY(session().isSnapshotRead());
    QCOMPARE(session().snapshot().counts.images, std::int64_t{3 * picturesAClass});
    QCOMPARE(session().snapshot().classes.size(), std::size_t{3});
    QVERIFY(session().snapshot().split.has_value());
    QCOMPARE(session().snapshot().runs.size(), std::size_t{1});
    test::pressControl(window(), Qt::Key_6);
    QTRY_VERIFY(window().findChild<ConfusionMatrixView*>()->isVisible());
    test::screenshot(window(), QStringLiteral("13-reopened"));
}

void MainWalkTest::looksGoodInTheDarkAndInRussian()
{
    test::inOtherLooks(*m_host, [&](const QString& look) {
        const auto shot = [&](const char* name) {
            test::screenshot(window(), QStringLiteral("14-%1-%2").arg(look, QString::fromLatin1(name)));
        };
        test::pressControl(window(), Qt::Key_2);
        shot("dataset");
        test::pressControl(window(), Qt::Key_4);
        QTest::qWait(1500); // tiles are made in the background
        shot("augment");
        test::pressControl(window(), Qt::Key_5);
        shot("train");
        test::pressControl(window(), Qt::Key_6);
        QTRY_VERIFY(window().findChild<ConfusionMatrixView*>()->isVisible());
        shot("evaluate");
    });
}

QTEST_MAIN(MainWalkTest)
#include "main_walk_test.moc"
