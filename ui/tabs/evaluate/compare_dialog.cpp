#include "ui/tabs/evaluate/compare_dialog.h"

#include "core/workflow/compare_job.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/own_sets.h"
#include "ui/tabs/evaluate/comparison_page.h"
#include "ui/tabs/evaluate/run_text.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/session.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace nakama
{

CompareDialog::CompareDialog(Session& session, const QString& chosenRun, QWidget* parent)
    : QDialog(parent), m_session(session), m_runs(new QListWidget(this)), m_compare(new QPushButton(this)),
      m_ensemble(new QPushButton(tr("Make &ensemble"), this)), m_checked{toStdString(chosenRun)},
      m_test(new ComparisonPage(this)), m_trueTest(new ComparisonPage(this)),
      m_ownSets(new ComparisonPage(this)), m_pages(new QTabWidget(this))
{
    setWindowTitle(tr("Compare runs"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_test, tr("Held-out test"));
    m_pages->addTab(m_trueTest, tr("True test"));
    m_pages->addTab(m_ownSets, tr("Each on its own test set"));
    auto* const halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(makeLeft());
    halves->addWidget(m_pages);
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(1, 1);
    halves->setSizes({240, 1000});
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(halves);
    resize(1250, 620);

    m_compare->setDefault(true);
    connect(m_runs, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const auto id = toStdString(item->data(Qt::UserRole).toString());
        if (item->checkState() == Qt::Checked)
            m_checked.insert(id);
        else
            m_checked.erase(id);
        updateButtons();
    });
    connect(m_compare, &QPushButton::clicked, this, &CompareDialog::compareOrStop);
    connect(m_ensemble, &QPushButton::clicked, this, &CompareDialog::makeEnsemble);
    connect(&m_session, &Session::runsChanged, this, &CompareDialog::fillRuns);
    connect(&m_session, &Session::workspaceChanged, this, &QDialog::close);
    fillRuns();
}

QWidget* CompareDialog::makeLeft()
{
    auto* const left = new QWidget(this);
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    auto* const title = new QLabel(tr("&Runs"), left);
    title->setBuddy(m_runs);
    m_runs->setWordWrap(true);
    m_runs->setResizeMode(QListView::Adjust); // lines wrap anew, so rows grow
    m_runs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_runs->setSpacing(2);
    column->addWidget(title);
    column->addWidget(m_runs, 1);
    column->addWidget(m_compare);
    column->addWidget(m_ensemble);
    return left;
}

void CompareDialog::fillRuns()
{
    const QSignalBlocker blocker(m_runs);
    const int row = m_runs->currentRow();
    m_runs->clear();
    const auto& snapshot = m_session.snapshot();
    for (const auto& run : snapshot.runs) {
        if (run.epochs == 0 && run.status != RunStatus::Finished)
            continue;
        const QString id = toQString(run.id);
        auto* const item =
            new QListWidgetItem(runText(run, snapshot.runNotes) + QLatin1Char('\n') + id, m_runs);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_checked.contains(run.id) ? Qt::Checked : Qt::Unchecked);
    }
    m_runs->setCurrentRow(row);
    updateButtons();
}

std::vector<std::string> CompareDialog::checkedRuns() const
{
    std::vector<std::string> runs;
    for (int row = 0; row < m_runs->count(); ++row)
        if (m_runs->item(row)->checkState() == Qt::Checked)
            runs.push_back(toStdString(m_runs->item(row)->data(Qt::UserRole).toString()));
    return runs;
}

RunNames CompareDialog::names() const
{
    RunNames names;
    const auto& snapshot = m_session.snapshot();
    for (const auto& run : snapshot.runs)
        names[run.id] = runName(run.id, snapshot.runNotes);
    return names;
}

void CompareDialog::updateButtons()
{
    const bool working = !m_jobs.empty();
    const bool enough = checkedRuns().size() >= 2;
    m_compare->setText(working ? tr("&Stop") : tr("&Compare"));
    m_compare->setEnabled(working || enough);
    m_compare->setToolTip(working || enough ? QString() : tr("Check two or more runs"));
    m_ensemble->setEnabled(!working && !m_making && enough);
    m_ensemble->setToolTip(enough ? tr("A run that answers with the mean of the checked runs' probabilities")
                                  : tr("Check two or more runs"));
}

void CompareDialog::makeEnsemble()
{
    using Maker = Task<RunRecord>;
    const auto work = [workspace = m_session.workspace(), runs = checkedRuns()](JobContext&) {
        return ensembleOf(workspace, runs);
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    m_making = true;
    updateButtons();
    m_session.jobs().start(std::make_shared<Maker>("make an ensemble", work), options, this,
                           [this](Maker& job, const JobOutcome& outcome) {
                               m_making = false;
                               updateButtons();
                               auto* const page = static_cast<ComparisonPage*>(m_pages->currentWidget());
                               if (outcome.state == JobState::Failed)
                                   page->setProblem(errorText(outcome.error));
                               if (outcome.state != JobState::Succeeded)
                                   return;
                               m_checked.insert(job.value()->id);
                               m_session.refresh(); // the lists learn of it
                               page->setProblem(
                                   tr("The ensemble is a run of its own now: compare it with its members."));
                               Q_EMIT ensembleMade(toQString(job.value()->id));
                           });
}

void CompareDialog::compareOrStop()
{
    if (!m_jobs.empty()) {
        for (const JobId job : m_jobs)
            m_session.jobs().cancel(job);
        return;
    }
    compare(EvaluationSet::Test, *m_test);
    const auto& counts = m_session.snapshot().counts.perSplit;
    if (const auto found = counts.find("true-test"); found != counts.end() && found->second > 0)
        compare(EvaluationSet::TrueTest, *m_trueTest);
    else
        m_trueTest->setProblem(tr("The workspace has no true test set yet."));
    compareOwnSets();
    updateButtons();
}

void CompareDialog::takeEnd(JobId job)
{
    std::erase(m_jobs, job);
    updateButtons();
}

void CompareDialog::compareOwnSets()
{
    using Comparer = Task<OwnSets>;
    const auto work = [workspace = m_session.workspace(), runs = checkedRuns()](JobContext&) {
        return nakama::compareOwnSets(workspace, runs, EvaluationSet::Test);
    };
    m_ownSets->setProblem(tr("Comparing…"));
    JobOptions options;
    options.visibility = JobVisibility::Hidden;
    const auto job = std::make_shared<JobId>(0);
    *job = m_session.jobs().start(std::make_shared<Comparer>("compare on own sets", work), options, this,
                                  [this, job](Comparer& done, const JobOutcome& outcome) {
                                      if (outcome.state == JobState::Succeeded)
                                          m_ownSets->setOwnSets(*done.value(), names());
                                      else
                                          m_ownSets->setProblem(outcome.state == JobState::Cancelled
                                                                    ? tr("Stopped.")
                                                                    : errorText(outcome.error));
                                      takeEnd(*job);
                                  });
    m_jobs.push_back(*job);
}

void CompareDialog::compare(EvaluationSet set, ComparisonPage& page)
{
    page.setProblem(tr("Comparing…"));
    const auto engine = [engine = m_session.engine()]() -> Result<Engine*> {
        if (engine == nullptr)
            return fail(ErrorCode::NotReady,
                        "LibTorch is not loaded yet, and a run has to be evaluated first; "
                        "try again in a moment");
        return engine;
    };
    JobOptions options;
    options.lane = JobLane::Gpu; // a run that is not evaluated yet is evaluated first
    options.title = tr("Compare runs");
    const auto job = std::make_shared<JobId>(0);
    *job = m_session.jobs().start(
        std::make_shared<CompareJob>(m_session.workspace(), engine, checkedRuns(), set), options, this,
        [this, &page, job](CompareJob& done, const JobOutcome& outcome) {
            if (outcome.state == JobState::Succeeded)
                page.setComparison({done.runIds(), done.comparison(), done.table(), done.warnings()},
                                   names());
            else
                page.setProblem(outcome.state == JobState::Cancelled ? tr("Stopped.")
                                                                     : errorText(outcome.error));
            takeEnd(*job);
        });
    m_jobs.push_back(*job);
}

} // namespace nakama
