#include "ui/tabs/evaluate/compare_dialog.h"

#include "core/workflow/compare_job.h"
#include "ui/tabs/evaluate/comparison_page.h"
#include "ui/tabs/evaluate/run_text.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/session.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace nakama
{

CompareDialog::CompareDialog(Session& session, const QString& chosenRun, QWidget* parent)
    : QDialog(parent), m_session(session), m_runs(new QListWidget(this)), m_compare(new QPushButton(this)),
      m_test(new ComparisonPage(this)), m_trueTest(new ComparisonPage(this)), m_pages(new QTabWidget(this))
{
    setWindowTitle(tr("Compare runs"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* const left = new QWidget(this);
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    auto* const title = new QLabel(tr("&Runs"), left);
    title->setBuddy(m_runs);
    m_runs->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(m_runs, 1);
    column->addWidget(m_compare);

    m_pages->setDocumentMode(true);
    m_pages->addTab(m_test, tr("Held-out test"));
    m_pages->addTab(m_trueTest, tr("True test"));
    auto* const halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(left);
    halves->addWidget(m_pages);
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(1, 1);
    halves->setSizes({260, 840});
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(halves);
    resize(1100, 620);

    addRuns(chosenRun);
    m_compare->setDefault(true);
    connect(m_runs, &QListWidget::itemChanged, this, &CompareDialog::updateButton);
    connect(m_compare, &QPushButton::clicked, this, &CompareDialog::compareOrStop);
    connect(&m_session, &Session::workspaceChanged, this, &QDialog::close);
    updateButton();
}

void CompareDialog::addRuns(const QString& chosenRun)
{
    for (const auto& run : m_session.snapshot().runs) {
        if (run.epochs == 0 && run.status != RunStatus::Finished)
            continue;
        const QString id = toQString(run.id);
        auto* const item = new QListWidgetItem(runText(run) + QLatin1Char('\n') + id, m_runs);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(id == chosenRun ? Qt::Checked : Qt::Unchecked);
    }
}

std::vector<std::string> CompareDialog::checkedRuns() const
{
    std::vector<std::string> runs;
    for (int row = 0; row < m_runs->count(); ++row)
        if (m_runs->item(row)->checkState() == Qt::Checked)
            runs.push_back(toStdString(m_runs->item(row)->data(Qt::UserRole).toString()));
    return runs;
}

void CompareDialog::updateButton()
{
    const bool working = !m_jobs.empty();
    m_compare->setText(working ? tr("&Stop") : tr("&Compare"));
    m_compare->setEnabled(working || checkedRuns().size() >= 2);
    m_compare->setToolTip(working || checkedRuns().size() >= 2 ? QString() : tr("Check two or more runs"));
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
    updateButton();
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
                page.setComparison(done.comparison(), done.table(), done.warnings());
            else
                page.setProblem(outcome.state == JobState::Cancelled ? tr("Stopped.")
                                                                     : errorText(outcome.error));
            std::erase(m_jobs, *job);
            updateButton();
        });
    m_jobs.push_back(*job);
}

} // namespace nakama
