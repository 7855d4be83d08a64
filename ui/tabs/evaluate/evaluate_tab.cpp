#include "ui/tabs/evaluate/evaluate_tab.h"

#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/session.h"
#include "ui/widgets/empty_state.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

EvaluateTab::EvaluateTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_bar(new EvaluationBar(this)), m_notice(new QLabel(this)),
      m_view(new EvaluationView(this)), m_empty(new EmptyState(EmptyState::Drops::Refused, this)),
      m_train(m_empty->addButton(tr("Go to training"), icon(Icon::Train))), m_pages(new QStackedWidget(this))
{
    build();
    connect(m_train, &QPushButton::clicked, this, &EvaluateTab::trainRequested);
    connect(m_bar, &EvaluationBar::chosen, this, &EvaluateTab::reload);
    connect(m_bar, &EvaluationBar::actionRequested, this, &EvaluateTab::evaluateOrStop);
    connect(m_bar, &EvaluationBar::reportRequested, this, &EvaluateTab::openReport);
    connect(m_view, &EvaluationView::evaluateRequested, this, &EvaluateTab::evaluateOrStop);
    connectSession();
    takeCounts();
    takeRuns();
}

void EvaluateTab::build()
{
    m_empty->setIcon(icon(Icon::Evaluate));
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_bar->setExportMenu(m_view->exportMenu());

    auto* const content = new QWidget(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);

    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

void EvaluateTab::connectSession()
{
    connect(&m_session, &Session::workspaceChanged, this, &EvaluateTab::takeWorkspace);
    connect(&m_session, &Session::runsChanged, this, &EvaluateTab::takeRuns);
    connect(&m_session, &Session::countsChanged, this, &EvaluateTab::takeCounts);
    connect(&m_session, &Session::splitChanged, this, &EvaluateTab::takeCounts);
    connect(&m_session, &Session::engineReady, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::engineFailed, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::evaluationFinished, this, [this](const QString& run, EvaluationSet set) {
        if (isChosen(run, set))
            reload();
    });
    connect(&m_session, &Session::evaluationFailed, this,
            [this](const QString& run, EvaluationSet set, const QString& message) {
                if (isChosen(run, set))
                    showNotice(message);
            });
    connect(&m_session.jobs(), &JobRunner::jobChanged, this, &EvaluateTab::takeJob);
    connect(&m_session.jobs(), &JobRunner::jobFinished, this, &EvaluateTab::takeJob);
}

bool EvaluateTab::isChosen(const QString& runId, EvaluationSet set) const
{
    return runId == m_bar->run() && set == m_bar->set();
}

const RunRecord* EvaluateTab::chosenRun() const
{
    const auto& runs = m_session.snapshot().runs;
    const auto found =
        std::find_if(runs.begin(), runs.end(),
                     [id = toStdString(m_bar->run())](const RunRecord& run) { return run.id == id; });
    return found == runs.end() ? nullptr : &*found;
}

void EvaluateTab::showRun(const QString& runId, EvaluationSet set)
{
    m_bar->choose(runId, set);
}

void EvaluateTab::takeWorkspace()
{
    m_job.reset();
    ++m_reading; // what is still being read is of the workspace before
    m_view->clear();
    takeRuns();
}

void EvaluateTab::takeRuns()
{
    const QString before = m_bar->run();
    m_bar->setRuns(m_session.snapshot().runs); // tells by chosen() where the choice changes
    updateEmptyState();
    const RunRecord* const run = chosenRun();
    const auto& page = m_view->page();
    if (run != nullptr && page && before == m_bar->run() &&
        (run->epochs != page->run.record.epochs || run->status != page->run.record.status))
        reload(); // the run that is shown has gone on
    updateActions();
}

void EvaluateTab::takeCounts()
{
    m_bar->setCounts(m_session.snapshot().counts.perSplit);
}

void EvaluateTab::updateEmptyState()
{
    const bool workspace = m_session.hasWorkspace();
    m_train->setVisible(workspace);
    m_empty->setHeadline(workspace ? tr("No trained run yet") : tr("Nothing to evaluate"));
    m_empty->setSentence(
        workspace ? tr("Train a model first. Its figures, its confusion matrix and its mistakes are "
                       "shown here.")
                  : tr("Open or create a workspace first."));
    m_pages->setCurrentIndex(m_session.snapshot().runs.empty() ? 0 : 1);
}

void EvaluateTab::reload()
{
    const int reading = ++m_reading;
    const std::string run = toStdString(m_bar->run());
    const EvaluationSet set = m_bar->set();
    const auto& shown = m_view->page();
    if (!shown || shown->run.record.id != run || shown->set != set) {
        m_view->clear();
        showNotice({});
        updateActions();
    }
    if (run.empty() || !m_session.hasWorkspace())
        return;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("read evaluation");
    using Reader = Task<EvaluationPage>;
    const auto work = [workspace = m_session.workspace(), run, set](JobContext&) {
        return readEvaluationPage(workspace, run, set);
    };
    m_session.jobs().start(std::make_shared<Reader>("read evaluation", work), options, this,
                           [this, reading](Reader& job, const JobOutcome& outcome) {
                               if (reading != m_reading)
                                   return;
                               if (outcome.state == JobState::Succeeded)
                                   showPage(std::move(*job.value()));
                               else if (outcome.state == JobState::Failed)
                                   showNotice(errorText(outcome.error));
                           });
}

void EvaluateTab::showPage(EvaluationPage page)
{
    showNotice(noticeFor(page));
    m_view->setPage(std::move(page));
    updateActions();
}

void EvaluateTab::showNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

QString EvaluateTab::noticeFor(const EvaluationPage& page) const
{
    const auto& split = m_session.snapshot().split;
    // Both are ISO 8601 in UTC, so they compare as text.
    if (split && page.set != EvaluationSet::TrueTest && split->at > page.run.record.startedAt)
        return tr("The pictures were split again after this run was trained: some of this set may have been "
                  "trained on, "
                  "and the figures may be too good.");
    if (page.set == EvaluationSet::Train)
        return tr("The model was trained on these pictures: the figures say how well it remembers, not how "
                  "good it is.");
    if (page.set == EvaluationSet::Val)
        return tr("The best epoch was chosen on these pictures: the figures are a little too good.");
    return {};
}

QString EvaluateTab::evaluationProblem() const
{
    const RunRecord* const run = chosenRun();
    if (run == nullptr || run->epochs == 0)
        return tr("This run has no finished epoch to evaluate.");
    if (!m_session.engineProblem().isEmpty())
        return m_session.engineProblem();
    if (m_session.engine() == nullptr)
        return tr("LibTorch is still being loaded…");
    return {};
}

void EvaluateTab::updateActions()
{
    const auto& page = m_view->page();
    const QString problem = evaluationProblem();
    if (m_job)
        m_bar->setAction(EvaluationBar::Action::Stop, {});
    else if (page && page->metrics)
        m_bar->setAction(EvaluationBar::Action::EvaluateAgain, problem);
    else
        m_bar->setAction(EvaluationBar::Action::Evaluate, problem);
    m_view->setEvaluationProblem(m_job ? tr("It is being evaluated…") : problem);
    m_bar->setReportAvailable(page && !page->report.empty());
    m_bar->setExportAvailable(page && page->metrics);
}

void EvaluateTab::evaluateOrStop()
{
    if (m_job) {
        m_session.jobs().cancel(*m_job);
        m_bar->setProgress(tr("Stopping…"));
        return;
    }
    if (!evaluationProblem().isEmpty())
        return;
    showNotice({});
    m_job = m_session.evaluate(toStdString(m_bar->run()), m_bar->set());
    m_bar->setProgress(tr("Waiting…"));
    updateActions();
}

void EvaluateTab::takeJob(const JobSnapshot& job)
{
    if (m_job != job.id)
        return;
    if (job.state == JobState::Queued || job.state == JobState::Running) {
        if (!job.cancelRequested && job.progress.total > 0)
            m_bar->setProgress(tr("%1 of %2", "pictures done, in all")
                                   .arg(QLocale().toString(qlonglong(job.progress.done)),
                                        QLocale().toString(qlonglong(job.progress.total))));
        return;
    }
    m_job.reset();
    m_bar->setProgress({});
    updateActions();
}

void EvaluateTab::openReport()
{
    const auto& page = m_view->page();
    if (!page || page->report.empty())
        return;
    const QString file = toQString(page->report);
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        showNotice(tr("No program opened the report. It is here: %1").arg(file));
}

} // namespace nakama
