#include "ui/window/main_window.h"

#include "ui/tabs/predict/predict_tab.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/viewmodels/job_list_model.h"
#include "ui/viewmodels/predict_controller.h"
#include "ui/viewmodels/session.h"
#include "ui/viewmodels/training_controller.h"
#include "ui/window/import_flow.h"
#include "ui/window/job_panel.h"
#include "ui/window/job_summary.h"
#include "ui/window/message_bar.h"
#include "ui/window/settings.h"
#include "ui/window/start_page.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_drops.h"
#include "ui/window/workspace_flow.h"
#include "ui/window/workspace_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace nakama
{

MainWindow::MainWindow(const WindowContext& context)
    : m_context(context), m_actions(new WindowActions(*this)),
      m_import(new ImportFlow(context.session, *this)),
      m_workspaces(new WorkspaceFlow(context.session, context.jobs, *this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setMinimumSize(960, 600);
    makeCentre();
    makeJobDock();
    makeStatusBar();
    connectActions();
    connectSession();
    connectDrops();
    m_actions->setAppearance(m_context.appearance.appearance());
    updateRecent();
    showWorkspace();
    showEngine();
    // A title bar and a panel must fit beside it on a small screen; their size is not known before showing.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, 56)));
    restoreGeometry(Settings::windowGeometry());
    restoreState(Settings::windowState());
}

MainWindow::~MainWindow()
{
    Settings::setWindow(saveGeometry(), saveState());
}

void MainWindow::makeCentre()
{
    m_message = new MessageBar;
    m_start = new StartPage;
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_start);
    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_centre, 1);
    setCentralWidget(central);
    connect(m_message, &MessageBar::actionRequested, this, [this] { m_messageAction(); });
}

void MainWindow::makeJobDock()
{
    m_jobDock = new QDockWidget(tr("Jobs"), this);
    m_jobDock->setObjectName(QStringLiteral("jobs"));
    auto* panel = new JobPanel(m_context.jobs);
    m_jobDock->setWidget(panel);
    m_jobDock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_jobDock);
    connect(panel, &JobPanel::cancelRequested, &m_context.session.jobs(),
            [this](JobId job) { m_context.session.jobs().cancel(job); });
    QAction* toggle = m_jobDock->toggleViewAction();
    toggle->setText(tr("&Jobs"));
    toggle->setIcon(icon(Icon::Jobs));
    toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    m_actions->addPanelToggle(toggle);
}

void MainWindow::makeStatusBar()
{
    m_status = new QLabel;
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setContentsMargins(10, 0, 0, 0);
    auto* summary = new JobSummary(m_context.jobs);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(summary);
    statusBar()->setSizeGripEnabled(false);
    connect(summary, &JobSummary::listRequested, m_jobDock->toggleViewAction(), &QAction::trigger);
}

void MainWindow::connectActions()
{
    connect(m_actions->createWorkspace, &QAction::triggered, this, [this] { m_workspaces->create({}); });
    connect(m_actions->openWorkspace, &QAction::triggered, m_workspaces, &WorkspaceFlow::choose);
    connect(m_actions->openSample, &QAction::triggered, m_workspaces, &WorkspaceFlow::openSample);
    connect(m_actions->importFolder, &QAction::triggered, m_import, &ImportFlow::chooseFolder);
    connect(m_actions->importArchive, &QAction::triggered, m_import, &ImportFlow::chooseArchive);
    connect(m_actions->closeWorkspace, &QAction::triggered, m_workspaces, &WorkspaceFlow::close);
    connect(m_workspaces, &WorkspaceFlow::importRequested, m_import, &ImportFlow::begin);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->undo, &QAction::triggered, this, [this] { m_context.session.undo(); });
    connect(m_actions->redo, &QAction::triggered, this, [this] { m_context.session.redo(); });
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    for (qsizetype page = 0; page < m_actions->pages.size(); ++page)
        connect(m_actions->pages[page], &QAction::triggered, this,
                [this, page] { setCurrentPage(static_cast<int>(page)); });
    connect(m_actions, &WindowActions::recentRequested, m_workspaces, &WorkspaceFlow::open);
    connect(m_actions, &WindowActions::clearRecentRequested, this, [this] {
        Settings::clearRecentWorkspaces();
        updateRecent();
    });
    connect(m_actions, &WindowActions::appearanceRequested, this, [this](Appearance appearance) {
        Settings::setAppearance(appearance);
        m_context.appearance.setAppearance(appearance);
    });
    connect(m_actions, &WindowActions::languageRequested, this, &MainWindow::languageRequested);
    connect(m_start, &StartPage::createRequested, this, [this] { m_workspaces->create({}); });
    connect(m_start, &StartPage::openRequested, m_workspaces, &WorkspaceFlow::choose);
    connect(m_start, &StartPage::sampleRequested, m_actions->openSample, &QAction::trigger);
    connect(m_start, &StartPage::askRequested, this, &MainWindow::showPredict);
    connect(m_start, &StartPage::recentRequested, m_workspaces, &WorkspaceFlow::open);
    connect(m_start, &StartPage::removeRecentRequested, this, [this](const QString& folder) {
        Settings::removeRecentWorkspace(folder);
        updateRecent();
    });
}

void MainWindow::connectSession()
{
    auto& session = m_context.session;
    connect(&session, &Session::workspaceChanged, this, &MainWindow::showWorkspace);
    connect(&session, &Session::openingChanged, this,
            [this] { m_start->setBusy(m_context.session.isOpening()); });
    connect(&session, &Session::workspaceFailed, this,
            [this](const QString& message) { m_message->say(MessageBar::Kind::Error, message); });
    connect(&session, &Session::engineReady, this, &MainWindow::showEngine);
    connect(&session, &Session::engineFailed, this, &MainWindow::showEngine);
    connect(&session.jobs(), &JobRunner::jobFinished, this, &MainWindow::showFailure);
    connect(&session, &Session::journalChanged, this, &MainWindow::showJournal);
    connect(&session, &Session::editFailed, this,
            [this](const QString& message) { m_message->say(MessageBar::Kind::Error, message); });
    connect(&session, &Session::edited, this, [this](const EditOutcome& outcome) {
        if (outcome.skipped > 0)
            m_message->say(MessageBar::Kind::Note, skippedText(outcome));
    });
    connect(&m_context.training, &TrainingController::ended, this, [this](const QString&, JobState state) {
        if (state == JobState::Cancelled)
            m_message->say(MessageBar::Kind::Note, m_context.training.outcome());
    });
    connect(m_import, &ImportFlow::summarised, this,
            [this](const QString& text) { m_message->say(MessageBar::Kind::Note, text); });
    m_start->setBusy(session.isOpening());
}

void MainWindow::connectDrops()
{
    const auto place = [this] {
        if (currentPage() == WorkspacePage::Predict || m_centre->currentWidget() == m_predictAlone)
            return WindowDrops::Place::Predict;
        return m_context.session.hasWorkspace() ? WindowDrops::Place::Workspace : WindowDrops::Place::Start;
    };
    auto* drops = new WindowDrops(*this, place);
    connect(drops, &WindowDrops::workspaceDropped, m_workspaces, &WorkspaceFlow::open);
    connect(drops, &WindowDrops::askRequested, this, [this](const DroppedPictures& dropped) {
        showPredict();
        m_context.predict.ask(dropped, tr("dropped picture"));
    });
    connect(drops, &WindowDrops::importRequested, this,
            [this](const std::vector<std::filesystem::path>& files) {
                if (m_context.session.hasWorkspace())
                    m_import->begin(files);
                else
                    m_workspaces->create(files);
            });
    connect(drops, &WindowDrops::refused, this,
            [this](const QString& reason) { m_message->say(MessageBar::Kind::Warning, reason); });
}

int MainWindow::currentPage() const
{
    return m_page && m_centre->currentWidget() == m_page ? m_page->currentPage() : -1;
}

void MainWindow::setCurrentPage(int page)
{
    if (m_page && page >= 0)
        m_page->setCurrentPage(page);
}

void MainWindow::showPredict()
{
    if (m_context.session.hasWorkspace()) {
        setCurrentPage(WorkspacePage::Predict);
        return;
    }
    if (!m_predictAlone)
        makePredictAlone();
    m_centre->setCurrentWidget(m_predictAlone);
}

void MainWindow::makePredictAlone()
{
    auto* const back = new QPushButton(tr("&Back to the start"));
    m_predictAlone = new QWidget;
    auto* const layout = new QVBoxLayout(m_predictAlone);
    layout->setContentsMargins(0, 10, 0, 0);
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 0);
    top->addWidget(back);
    top->addStretch();
    layout->addLayout(top);
    layout->addWidget(new PredictTab(m_context.session, m_context.predict), 1);
    m_centre->addWidget(m_predictAlone);
    connect(back, &QPushButton::clicked, this, &MainWindow::showWorkspace);
}

void MainWindow::showWorkspace()
{
    const auto& session = m_context.session;
    m_actions->setWorkspaceOpen(session.hasWorkspace());
    showJournal();
    if (!session.hasWorkspace()) {
        setWindowTitle(tr("Nakama"));
        m_centre->setCurrentWidget(m_start);
        return;
    }
    if (!m_page) {
        m_page = new WorkspacePage(m_context);
        m_centre->addWidget(m_page);
        connect(m_page, &WorkspacePage::importFolderRequested, m_actions->importFolder, &QAction::trigger);
        connect(m_page, &WorkspacePage::importArchiveRequested, m_actions->importArchive, &QAction::trigger);
    }
    m_centre->setCurrentWidget(m_page);
    m_page->setCurrentPage(WorkspacePage::Dataset);
    const QString folder = toQString(session.workspace().folder());
    const QString name = QFileInfo(folder).fileName();
    setWindowTitle(session.workspace().isSample() ? tr("%1 (sample) – Nakama").arg(name)
                                                  : tr("%1 – Nakama").arg(name));
    Settings::addRecentWorkspace(folder);
    updateRecent();
}

void MainWindow::showJournal()
{
    const auto& snapshot = m_context.session.snapshot();
    const auto text = [&](const std::optional<EditRecord>& edit) {
        return edit ? editText(*edit, snapshot.classes) : QString();
    };
    m_actions->setUndo(text(snapshot.nextUndo), text(snapshot.nextRedo));
}

void MainWindow::showEngine()
{
    const auto& session = m_context.session;
    if (session.engine()) {
        QStringList devices;
        for (const auto& device : session.engineInfo().devices)
            devices << toQString(device.name);
        m_status->setText(toQString(session.engineInfo().library) + QStringLiteral("  ·  ") +
                          devices.join(QStringLiteral(", ")));
    } else if (session.engineProblem().isEmpty()) {
        m_status->setText(tr("Loading the engine…"));
    } else {
        m_status->setText(tr("Without an engine nothing can be trained"));
        m_messageAction = [this] { m_context.session.loadEngine(); };
        m_message->say(MessageBar::Kind::Error, session.engineProblem(), tr("&Try again"));
    }
}

void MainWindow::showFailure(const JobSnapshot& job)
{
    if (job.state == JobState::Failed && job.options.visibility == JobVisibility::Listed)
        m_message->say(MessageBar::Kind::Error,
                       QStringLiteral("%1: %2").arg(job.options.title, errorText(job.error)));
    if (m_closing && m_context.session.jobs().active().empty())
        close();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Nakama"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(96, 96), devicePixelRatioF()));
    box->setText(
        tr("<h3>Nakama %1</h3><p>Make a classifier of drawn characters: from a folder of pictures to a "
           "trained and honestly judged model.</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped()));
    const QString engine = toQString(m_context.session.engineInfo().library);
    box->setInformativeText(
        tr("Free software under the GNU General Public License, version 3 or later.\n"
           "Qt %1 · %2")
            .arg(QString::fromLatin1(qVersion()), engine.isEmpty() ? tr("no engine loaded") : engine));
    box->open();
}

void MainWindow::updateRecent()
{
    const QStringList folders = Settings::recentWorkspaces();
    m_actions->setRecent(folders);
    m_start->setRecent(folders);
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_painted, true)) // after this turn of the event loop all of it is on the screen
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    auto& jobs = m_context.session.jobs();
    if (m_closing && !jobs.active().empty()) {
        event->ignore();
        return;
    }
    if (m_closing || m_context.jobs.runningCount() == 0) {
        event->accept();
        return;
    }
    event->ignore();
    m_workspaces->whenJobsMayStop(tr("Quit"), [this] {
        m_closing = true;
        m_message->say(MessageBar::Kind::Warning, tr("Stopping what runs, then Nakama closes…"));
        m_context.session.jobs().cancelAll();
    });
}

} // namespace nakama
