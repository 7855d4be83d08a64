#include "core/base/atomic_file.h"
#include "tests/ui/window/picture_folders.h"
#include "tests/ui/window/window_driver.h"
#include "ui/viewmodels/convert.h"
#include "ui/window/create_workspace_dialog.h"
#include "ui/window/import_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/settings.h"
#include "ui/window/window_host.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace nakama;
using test::home;
using namespace std::chrono_literals;

/** What the window does around the main job: start, drops, trouble, the end. */
class WindowTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    MainWindow& window() { return m_host->window(); }
    Session& session() { return m_host->session(); }
    void drop(const std::filesystem::path& path);
    JobId startEndlessJob();

    std::unique_ptr<WindowHost> m_host;

private Q_SLOTS:
    void init();
    void cleanup() { m_host.reset(); }
    void everyControlHasANameAndCanBeReached();
    void saysWhyAWorkspaceCannotBeOpened();
    void offersAWorkspaceForDroppedPictures();
    void importsWhatIsDroppedOnAnOpenWorkspace();
    void staysResponsiveWhileAJobWorks();
    void asksBeforeJobsAreStopped();
    void remembersTheAppearance();
};

void WindowTest::init()
{
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
}

void WindowTest::drop(const std::filesystem::path& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(toQString(path))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &event);
    QVERIFY(event.isAccepted());
}

JobId WindowTest::startEndlessJob()
{
    JobOptions options;
    options.title = QStringLiteral("Endless job");
    const auto work = [](JobContext& context) -> Result<int> {
        while (!context.cancelled()) {
            context.progress(1, 2, "training");
            std::this_thread::sleep_for(1ms);
        }
        return fail(ErrorCode::Cancelled, "cancelled");
    };
    return session().jobs().start(std::make_shared<Task<int>>("endless", work), options, this,
                                  [](const JobOutcome&) {});
}

void WindowTest::everyControlHasANameAndCanBeReached()
{
    session().createWorkspace(home() / "names", {{}, {{"a", "a", {}, {}}, {"b", "b", {}, {}}}, false});
    QTRY_VERIFY(session().isSnapshotRead());
    for (int page = 0; page < 5; ++page) {
        window().setCurrentPage(page);
        for (auto* control : window().findChildren<QAbstractButton*>()) {
            if (!control->isVisible() || control->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const QString name = control->text() + control->accessibleName();
            QVERIFY2(!name.isEmpty(),
                     qPrintable(control->toolTip() + QLatin1String(control->metaObject()->className())));
            QVERIFY2(control->focusPolicy() & Qt::TabFocus || !control->isEnabled(), qPrintable(name));
        }
    }
}

void WindowTest::saysWhyAWorkspaceCannotBeOpened()
{
    QSignalSpy failed(&session(), &Session::workspaceFailed);
    session().openWorkspace(home() / "nothing here");
    QVERIFY(failed.wait());
    QVERIFY(window().messages().text().contains(QStringLiteral("nothing here")));
    QVERIFY(!session().hasWorkspace());
    QVERIFY(!session().isOpening());
}

void WindowTest::offersAWorkspaceForDroppedPictures()
{
    test::writePictureFolders(home() / "dropped", {"One", "Two"}, 3);
    drop(home() / "dropped");
    auto* create = test::openDialog<CreateWorkspaceDialog>();
    QVERIFY(create);
    test::click(create->findChild<QAbstractButton*>(QStringLiteral("fromFolders")));
    test::click(test::button(create, QStringLiteral("Create")));
    // The pictures that were dropped come next.
    auto* import = test::openDialog<ImportDialog>();
    QVERIFY(import);
    auto* button = import->findChild<QAbstractButton*>(QStringLiteral("import"));
    QTRY_VERIFY(button->isEnabled());
    test::click(button);
    QTRY_COMPARE(session().snapshot().counts.images, std::int64_t{6});
    QCOMPARE(session().snapshot().classes.size(), std::size_t{2});
    QCOMPARE(session().snapshot().counts.unlabelled, std::int64_t{0});
}

void WindowTest::importsWhatIsDroppedOnAnOpenWorkspace()
{
    session().createWorkspace(home() / "open", {{}, {{"One", "One", {}, {}}, {"Two", "Two", {}, {}}}, false});
    QTRY_VERIFY(session().isSnapshotRead());
    test::writePictureFolders(home() / "more", {"One", "Two"}, 4);
    drop(home() / "more");
    auto* import = test::openDialog<ImportDialog>();
    QVERIFY(import);
    auto* button = import->findChild<QAbstractButton*>(QStringLiteral("import"));
    QTRY_VERIFY(button->isEnabled());
    QTest::keyClick(import, Qt::Key_Return);
    QTRY_COMPARE(session().snapshot().counts.images, std::int64_t{8});
    QTRY_VERIFY(window().messages().text().startsWith(QStringLiteral("8 pictures imported")));
}

void WindowTest::staysResponsiveWhileAJobWorks()
{
    session().createWorkspace(home() / "responsive", {{}, {{"a", "a", {}, {}}, {"b", "b", {}, {}}}, false});
    QTRY_VERIFY(session().isSnapshotRead());
    const JobId job = startEndlessJob();
    qint64 longest = 0;
    QElapsedTimer beat;
    beat.start();
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, beat.restart()); });
    heart.start(5ms);
    for (int turn = 0; turn < 12; ++turn) {
        window().setCurrentPage(turn % 5);
        QTest::qWait(60);
    }
    session().jobs().cancel(job);
    QTRY_VERIFY(session().jobs().active().empty());
    qInfo("the longest pause of the window's thread was %lld ms", static_cast<long long>(longest));
    QVERIFY(longest < 500); // generous: build machines share their processors
}

void WindowTest::asksBeforeJobsAreStopped()
{
    session().createWorkspace(home() / "asks", {{}, {{"a", "a", {}, {}}, {"b", "b", {}, {}}}, false});
    QTRY_VERIFY(session().isSnapshotRead());
    startEndlessJob();
    QVERIFY(!window().close());
    auto* question = test::openDialog<QMessageBox>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QVERIFY(window().isVisible());
    QTRY_COMPARE(session().jobs().active().size(),
                 std::size_t{1}); // the short ones that read the workspace end

    QVERIFY(!window().close());
    question = test::openDialog<QMessageBox>();
    QVERIFY(question);
    test::click(test::button(question, QStringLiteral("Stop them")));
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(session().jobs().active().empty());
}

void WindowTest::remembersTheAppearance()
{
    const auto isDark = [] { return QApplication::palette().color(QPalette::Window).lightness() < 128; };
    Settings::setAppearance(Appearance::Dark);
    m_host.reset();
    m_host = std::make_unique<WindowHost>();
    QVERIFY(isDark());
    Settings::setAppearance(Appearance::Light);
    m_host.reset();
    m_host = std::make_unique<WindowHost>();
    QVERIFY(!isDark());
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
