#include "ui/tabs/train/train_tab.h"

#include "ui/tabs/train/run_actions.h"
#include "ui/tabs/train/run_view.h"
#include "ui/tabs/train/runs_panel.h"
#include "ui/tabs/train/train_form.h"
#include "ui/tabs/train/training_panel.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/scrolling_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace nakama
{

using State = TrainingController::State;

TrainTab::TrainTab(Session& session, TrainingController& training, QWidget* parent)
    : QWidget(parent), m_session(session), m_training(training), m_pages(new QStackedWidget),
      m_form(new TrainForm(session)), m_start(new QPushButton), m_problem(new QLabel),
      m_stopNow(new QPushButton(tr("Stop &now"))), m_view(new RunView), m_runs(new RunsPanel),
      m_actions(new RunActions(session, this))
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(16);
    row->addWidget(makeSettings());
    row->addWidget(makeProgress(), 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_form->takeDropsOn(*this);
    connectTraining();
    connectSession();
    if (session.engine())
        m_form->setEngine(session.engineInfo());
    updateRuns();
    update();
}

QWidget* TrainTab::makeEmpty()
{
    auto* empty = new EmptyState;
    empty->setIcon(icon(Icon::Split));
    empty->setHeadline(tr("Split the pictures first"));
    empty->setSentence(
        tr("A model is trained on one part of the pictures and judged on another that it has never seen. "
           "Import pictures and split them on the dataset page."));
    auto* button = empty->addButton(tr("&Go to the dataset"), icon(Icon::Dataset));
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &TrainTab::splitRequested);
    return empty;
}

QWidget* TrainTab::makeSettings()
{
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setMinimumHeight(38);
    auto* box = new QWidget;
    box->setFixedWidth(290);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(scrollingForm(m_form), 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_start);
    m_stopNow->setObjectName(QStringLiteral("stopNow"));
    m_stopNow->setToolTip(tr("Drops the batch at hand and everything since the last checkpoint; the run can "
                             "be continued from there"));
    layout->addWidget(m_stopNow);
    connect(m_stopNow, &QPushButton::clicked, &m_training, &TrainingController::stopNow);
    connect(m_start, &QPushButton::clicked, this, &TrainTab::startOrStop);
    return box;
}

QWidget* TrainTab::makeProgress()
{
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_view);
    splitter->addWidget(m_runs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new TrainingPanel(m_session, m_training));
    layout->addWidget(splitter, 1);
    connect(m_runs, &RunsPanel::chosenChanged, this, &TrainTab::showChosen);
    connect(m_runs, &RunsPanel::evaluateRequested, this, &TrainTab::evaluateRequested);
    connect(m_runs, &RunsPanel::continueRequested, this, &TrainTab::resume);
    connect(m_runs, &RunsPanel::describeRequested, m_actions, &RunActions::describe);
    connect(m_runs, &RunsPanel::deleteRequested, m_actions, &RunActions::remove);
    connect(m_runs, &RunsPanel::folderRequested, m_actions, &RunActions::openFolder);
    return box;
}

void TrainTab::connectTraining()
{
    connect(&m_training, &TrainingController::stateChanged, this, &TrainTab::update);
    connect(&m_training, &TrainingController::epochFinished, this, [this](const EpochRecord& epoch) {
        if (!isTrainingShown())
            return;
        m_view->append(epoch);
        if (!m_filesTimer.isActive())
            m_filesTimer.start();
    });
    connect(&m_training, &TrainingController::stepped, this, [this](const std::vector<StepRecord>& steps) {
        if (isTrainingShown())
            m_view->addSteps(steps);
    });
    m_filesTimer.setSingleShot(true);
    m_filesTimer.setInterval(500);
    connect(&m_filesTimer, &QTimer::timeout, this, &TrainTab::readFiles);
    connect(&m_training, &TrainingController::ended, this, [this](const QString& run, JobState state) {
        m_trainedRun = state == JobState::Succeeded ? run : QString();
        if (m_shown.isEmpty() && !run.isEmpty())
            readRuns({run}, [this](const std::vector<RunDetails>& runs) { m_view->showFiles(runs.front()); });
    });
}

void TrainTab::connectSession()
{
    connect(&m_session, &Session::engineReady, this, [this] {
        m_form->setEngine(m_session.engineInfo());
        update();
    });
    connect(&m_session, &Session::engineFailed, this, &TrainTab::update);
    connect(&m_session, &Session::workspaceChanged, this, [this] {
        m_shown.clear();
        m_trainedRun.clear();
        m_view->clear();
        updateRuns();
        update();
    });
    connect(&m_session, &Session::countsChanged, this, &TrainTab::update);
    connect(&m_session, &Session::splitChanged, this, &TrainTab::update);
    connect(&m_session, &Session::runsChanged, this, &TrainTab::updateRuns);
    connect(&m_session, &Session::evaluationFinished, this, [this](const QString& run) {
        // A person who has meanwhile gone elsewhere is not pulled away.
        if (run == m_trainedRun && isVisible())
            Q_EMIT evaluateRequested(run);
        m_trainedRun.clear();
    });
}

void TrainTab::startOrStop()
{
    if (m_training.state() != State::Idle)
        return m_training.stop();
    m_shown.clear();
    m_view->showTraining(classNames(), {});
    m_followRun = true;
    m_form->cancelTrials();
    m_training.start(m_form->request());
}

void TrainTab::resume(const QString& runId)
{
    readRuns({runId}, [this](const std::vector<RunDetails>& runs) {
        if (m_training.state() != State::Idle)
            return;
        m_shown.clear();
        m_view->showTraining(classNames(), runs.front().epochs);
        m_followRun = true;
        m_training.resume(runs.front());
    });
}

void TrainTab::update()
{
    const auto& snapshot = m_session.snapshot();
    const bool nothing = !snapshot.split && snapshot.runs.empty();
    m_pages->setCurrentIndex(nothing ? 0 : 1);
    m_pages->setVisible(m_session.isSnapshotRead());
    const auto state = m_training.state();
    const QString problem = state == State::Idle ? startProblem() : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_form->setEnabled(state == State::Idle && m_session.engine());
    const bool stopping = state == State::Stopping || state == State::StoppingNow;
    m_start->setEnabled(state == State::Idle ? problem.isEmpty() : !stopping);
    m_stopNow->setVisible(state != State::Idle);
    m_stopNow->setEnabled(state != State::StoppingNow);
    m_start->setProperty("primary", state == State::Idle);
    m_start->setIcon(icon(state == State::Idle ? Icon::Play : Icon::Stop));
    m_start->setText(state == State::Idle ? tr("&Start training") : tr("&Stop"));
    m_start->update();
    m_runs->setTrainingPossible(state == State::Idle && problem.isEmpty());
    m_view->setPlaceholder(state == State::Idle ? tr("The curves of a run appear here")
                                                : tr("The first point comes with the first epoch"));
}

QString TrainTab::startProblem() const
{
    if (!m_session.engineProblem().isEmpty())
        return m_session.engineProblem();
    if (!m_session.engine())
        return tr("The engine is loading…");
    if (!m_session.snapshot().split)
        return tr("Split the pictures first, on the dataset page.");
    return {};
}

void TrainTab::updateRuns()
{
    const auto& runs = m_session.snapshot().runs;
    m_runs->setRuns(runs, m_session.snapshot().runNotes);
    if (runs.empty())
        return update();
    const bool running = m_training.state() != State::Idle;
    if (m_followRun && running && runs.front().status == RunStatus::Running) {
        m_followRun = false;
        m_runs->select(toQString(runs.front().id));
    } else if (m_runs->chosen().isEmpty()) {
        m_runs->select(toQString(runs.front().id));
    }
    update();
}

bool TrainTab::isTrainingShown() const
{
    return m_training.state() != State::Idle && m_shown.isEmpty();
}

QStringList TrainTab::classNames() const
{
    QStringList names;
    for (const auto& info : m_session.snapshot().classes)
        names << toQString(info.name);
    return names;
}

void TrainTab::showChosen()
{
    const auto* run = m_runs->current();
    if (m_training.state() != State::Idle && run && run->status == RunStatus::Running) {
        if (m_shown.isEmpty())
            return; // it is what is shown
        m_shown.clear();
        m_view->showTraining(classNames(), m_training.epochs());
        m_view->addSteps(m_training.steps());
        return readFiles();
    }
    const QStringList chosen = m_runs->chosen();
    if (chosen.isEmpty())
        return;
    m_shown = chosen;
    readRuns(chosen, [this, chosen](const std::vector<RunDetails>& runs) {
        if (m_shown != chosen)
            return;
        if (runs.size() == 1)
            return m_view->showRun(runs.front());
        QStringList titles;
        for (const auto& id : chosen)
            titles << m_runs->title(id);
        m_view->compare(runs, titles);
    });
}

/** Worst pictures and settings of the training that goes on: they are in its folder only. */
void TrainTab::readFiles()
{
    const auto* run = m_runs->current();
    if (!run || run->status != RunStatus::Running || !isTrainingShown())
        return;
    readRuns({toQString(run->id)}, [this](const std::vector<RunDetails>& runs) {
        if (isTrainingShown())
            m_view->showFiles(runs.front());
    });
}

void TrainTab::readRuns(const QStringList& runIds, std::function<void(const std::vector<RunDetails>&)> then)
{
    using Reader = Task<std::vector<RunDetails>>;
    const auto work = [workspace = m_session.workspace(),
                       runIds](JobContext&) -> Result<std::vector<RunDetails>> {
        std::vector<RunDetails> runs;
        for (const auto& id : runIds) {
            NAKAMA_TRY(auto run, loadRun(workspace, toStdString(id)));
            runs.push_back(std::move(run));
        }
        return runs;
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("read runs for training");
    m_session.jobs().start(std::make_shared<Reader>("read runs", work), options, m_session.workspaceScope(),
                           [self = QPointer(this), then](Reader& job, const JobOutcome& outcome) {
                               if (self && outcome.state == JobState::Succeeded)
                                   then(*job.value());
                           });
}

} // namespace nakama
