#include "core/collect/import_job.h"
#include "core/curate/split_job.h"
#include "core/engine/engine_loader.h"
#include "core/workflow/evaluate_job.h"
#include "core/workflow/open_set_job.h"
#include "core/workflow/train_job.h"
#include "tests/support/keys_at_focus.h"
#include "tests/support/must.h"
#include "tests/ui/window/picture_folders.h"
#include "tests/ui/window/window_driver.h"
#include "ui/tabs/dataset/health_dialog.h"
#include "ui/tabs/label/label_view.h"
#include "ui/viewmodels/asked_pictures_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/label_controller.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"
#include "ui/window/main_window.h"
#include "ui/window/window_host.h"

#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

#include <functional>

using namespace nakama;
using test::home;
using test::must;
using test::openDialog;
using test::press;
using test::typeText;

namespace
{

constexpr int picturesAClass = 24;
constexpr int toLabel = 12; ///< half of them of each kind

void runNow(Job& job)
{
    JobContext context;
    const auto outcome = runJob(job, context);
    if (outcome.state != JobState::Succeeded)
        throw std::runtime_error(job.name() + ": " + outcome.error.text());
}

void importFrom(const Workspace& workspace, const std::filesystem::path& folder, Pool pool)
{
    ImportParams params;
    params.paths = {folder};
    params.pool = pool;
    params.labels = pool == Pool::Pool ? LabelSource::Folders : LabelSource::None;
    ImportJob job(workspace, params);
    runNow(job);
}

} // namespace

/**
 * What is done by hand, without a mouse: every step is keys that go to where the focus is. The pool of the
 * workspace is split, trained on and judged before; its true test waits for labels. The steps build on each
 * other.
 */
class ByHandWalkTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    QWidget& window() { return m_host->window(); }
    Session& session() { return m_host->session(); }
    std::filesystem::path folder() { return home() / "Characters"; }
    std::int64_t counted(const char* part)
    {
        const auto& parts = session().snapshot().counts.perSplit;
        const auto found = parts.find(part);
        return found == parts.end() ? 0 : found->second;
    }
    /** Presses Tab until the focus is there; false where it never comes. */
    bool tabTo(const std::function<bool(const QWidget&)>& wanted);
    template<typename Widget>
    bool tabTo()
    {
        return tabTo([](const QWidget& widget) { return qobject_cast<const Widget*>(&widget) != nullptr; });
    }
    bool tabToNamed(const char* name)
    {
        return tabTo([name](const QWidget& widget) { return widget.objectName() == QLatin1String(name); });
    }

    std::unique_ptr<WindowHost> m_host;
    bool m_stepFailed = false;

private Q_SLOTS:
    void init();
    void cleanup() { m_stepFailed |= QTest::currentTestFailed(); }
    void initTestCase();
    void opensTheWorkspace();
    void curatesInTheGrid();
    void undoesAnImport();
    void narrowsTheGridAndLooksCloser();
    void opensTheHealthPage();
    void labelsTheTrueTest();
    void findsItsStrokesAgain();
    void asksAboutPastedPictures();
    void looksGoodInTheDarkAndInRussian();
};

bool ByHandWalkTest::tabTo(const std::function<bool(const QWidget&)>& wanted)
{
    constexpr int mostStops = 80;
    for (int stop = 0; stop < mostStops; ++stop) {
        if (auto* focus = test::visibleFocus(); focus && wanted(*focus))
            return true;
        if (!press(Qt::Key_Tab))
            QTest::keyClick(&window(), Qt::Key_Tab);
    }
    return false;
}

void ByHandWalkTest::init()
{
    if (m_stepFailed)
        QSKIP("an earlier step failed");
}

void ByHandWalkTest::initTestCase()
{
    test::writePictureFolders(home() / "pool", {"Luffy", "Zoro"}, picturesAClass);
    test::writePictureFolders(home() / "test", {"one", "other"}, toLabel / 2, picturesAClass);
    const auto made =
        must(Workspace::create(folder(), {"", {{"Luffy", "", {}, {}}, {"Zoro", "", {}, {}}}, false}));
    importFrom(made, home() / "pool", Pool::Pool);
    importFrom(made, home() / "test", Pool::TrueTest);
    SplitJob split(made, SplitJobParams{});
    runNow(split);
    const auto engine = must(loadEngine());
    TrainRequest request;
    request.inputSize = 32;
    request.epochs = 3;
    request.batchSize = 16;
    TrainJob train(made, *engine, request);
    runNow(train);
    EvaluateJob evaluate(made, *engine, "latest", EvaluationSet::Test);
    runNow(evaluate);
    OpenSetJob openSet(made, *engine, evaluate.runId());
    runNow(openSet);
}

void ByHandWalkTest::opensTheWorkspace()
{
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
    session().openWorkspace(folder());
    QTRY_VERIFY(session().isSnapshotRead());
    QTRY_VERIFY_WITH_TIMEOUT(session().engine(), 30'000);
    QCOMPARE(counted("true-test"), std::int64_t{toLabel});
}

void ByHandWalkTest::curatesInTheGrid()
{
    test::pressControl(window(), Qt::Key_2);
    QVERIFY2(tabTo<ImageGrid>(), "Tab leads into the grid");
    auto* grid = qobject_cast<ImageGrid*>(QApplication::focusWidget());
    QTRY_COMPARE(grid->model()->rowCount(), 2 * picturesAClass + toLabel);
    press(Qt::Key_Home);
    press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(grid->selectedRows().size(), std::size_t{2});
    const auto zoro = session().snapshot().counts.perClass.at("Zoro");
    press(Qt::Key_2);
    QTRY_COMPARE(session().snapshot().counts.perClass.at("Zoro"), zoro + 2);
    test::screenshot(window(), QStringLiteral("hand-01-relabelled"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(session().snapshot().counts.perClass.at("Zoro"), zoro);

    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    QTRY_COMPARE(counted("set-aside"), std::int64_t{1});
    QTRY_COMPARE(grid->model()->rowCount(), 2 * picturesAClass + toLabel - 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(counted("set-aside"), std::int64_t{0});
}

void ByHandWalkTest::undoesAnImport()
{
    test::writePictureFolders(home() / "more", {"Luffy"}, 3, picturesAClass + toLabel / 2);
    importFrom(session().workspace(), home() / "more", Pool::Pool);
    session().refresh();
    QTRY_COMPARE(session().snapshot().counts.images, std::int64_t{2 * picturesAClass + toLabel + 3});
    test::activate(window());
    QVERIFY(tabTo<ImageGrid>());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(counted("set-aside"), std::int64_t{3});
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(counted("set-aside"), std::int64_t{0});
}

void ByHandWalkTest::narrowsTheGridAndLooksCloser()
{
    QVERIFY(tabTo<ImageGrid>());
    auto* grid = qobject_cast<ImageGrid*>(QApplication::focusWidget());
    const int all = grid->model()->rowCount();
    QVERIFY(tabTo([](const QWidget& widget) {
        const auto* edit = qobject_cast<const QLineEdit*>(&widget);
        return edit && edit->placeholderText() == QLatin1String("Search names and tags");
    }));
    QVERIFY(typeText(QStringLiteral("Zoro")));
    QTRY_COMPARE(grid->model()->rowCount(), picturesAClass);
    QVERIFY(tabTo<ImageGrid>());
    press(Qt::Key_Home);
    press(Qt::Key_Space);
    QTRY_VERIFY(QApplication::activeWindow() != &window());
    QWidget* look = QApplication::activeWindow();
    QVERIFY(look);
    QTest::keyClick(look, Qt::Key_Right);
    test::screenshot(window(), QStringLiteral("hand-02-quick-look"));
    QTest::keyClick(look, Qt::Key_Space);
    test::activate(window());
    QVERIFY(tabTo<QLineEdit>());
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QTRY_COMPARE(grid->model()->rowCount(), all);
}

void ByHandWalkTest::opensTheHealthPage()
{
    QVERIFY2(tabToNamed("health"), "Tab leads to Health");
    press(Qt::Key_Space);
    HealthDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = window().findChild<HealthDialog*>()) && dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    test::screenshot(*dialog, QStringLiteral("hand-03-health"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<HealthDialog*>());
    test::activate(window());
}

void ByHandWalkTest::labelsTheTrueTest()
{
    test::pressControl(window(), Qt::Key_3);
    QVERIFY(tabTo([](const QWidget& widget) {
        const auto* button = qobject_cast<const QAbstractButton*>(&widget);
        return button && button->text() == QStringLiteral("&Begin…");
    }));
    press(Qt::Key_Space);
    auto* dialog = openDialog<QInputDialog>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(typeText(QStringLiteral("Anna")));
    QCOMPARE(dialog->textValue(), QStringLiteral("Anna"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    test::activate(window());
    auto* controller = window().findChild<LabelController*>();
    QTRY_VERIFY(controller->current());
    QTRY_VERIFY2(qobject_cast<LabelView*>(QApplication::focusWidget()), "the keys go to the picture at once");

    press(Qt::Key_1);
    QTRY_COMPARE(controller->answered(), 1);
    press(Qt::Key_2);
    QTRY_COMPARE(controller->answered(), 2);
    QVERIFY(typeText(QStringLiteral("zor"))); // a name, typed
    press(Qt::Key_Return);
    QTRY_COMPARE(controller->answered(), 3);
    test::screenshot(window(), QStringLiteral("hand-04-label"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(controller->answered(), 2);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(controller->answered(), 3);
    QCOMPARE(counted("set-aside"), std::int64_t{0});
}

void ByHandWalkTest::findsItsStrokesAgain()
{
    QVERIFY(window().close());
    m_host.reset();
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
    session().openWorkspace(folder());
    QTRY_VERIFY(session().isSnapshotRead());
    QTRY_VERIFY_WITH_TIMEOUT(session().engine(), 30'000);
    test::pressControl(window(), Qt::Key_3);
    auto* controller = window().findChild<LabelController*>();
    QTRY_VERIFY(controller->current());
    QCOMPARE(controller->annotator(), QStringLiteral("Anna"));
    QCOMPARE(controller->answered(), 3);
    QVERIFY(tabTo<LabelView>());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(controller->answered(), 2);
}

void ByHandWalkTest::asksAboutPastedPictures()
{
    test::pressControl(window(), Qt::Key_7);
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(toQString(home() / "pool" / "Zoro" / "0.png")),
                    QUrl::fromLocalFile(toQString(home() / "pool" / "Luffy" / "1.png"))});
    QGuiApplication::clipboard()->setMimeData(files);
    test::pressControl(window(), Qt::Key_V);
    AskedPicturesModel* asked = nullptr;
    for (auto* grid : window().findChildren<ImageGrid*>())
        if (auto* model = qobject_cast<AskedPicturesModel*>(grid->model()))
            asked = model;
    QVERIFY(asked);
    QTRY_COMPARE_WITH_TIMEOUT(asked->rowCount(), 2, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(asked->answeredCount(), 2, 60'000);
    QVERIFY(tabTo<ImageGrid>());
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    test::screenshot(window(), QStringLiteral("hand-05-predict"));

    QVERIFY2(tabTo<PictureView>(), "Tab leads to the picture");
    press(Qt::Key_B);
    press(Qt::Key_Right, Qt::ControlModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(asked->rowCount(), 3, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(asked->answeredCount(), 3, 60'000);
    test::screenshot(window(), QStringLiteral("hand-06-part"));
}

void ByHandWalkTest::looksGoodInTheDarkAndInRussian()
{
    test::inOtherLooks(*m_host, [&](const QString& look) {
        for (const auto& [key, page] : {std::pair{Qt::Key_2, "dataset"}, std::pair{Qt::Key_3, "label"},
                                        std::pair{Qt::Key_7, "predict"}}) {
            test::pressControl(window(), key);
            QTest::qWait(300);
            test::screenshot(window(), QStringLiteral("hand-07-%1-%2").arg(QString::fromLatin1(page), look));
        }
    });
}

QTEST_MAIN(ByHandWalkTest)
#include "by_hand_walk_test.moc"
