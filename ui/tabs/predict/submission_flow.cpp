#include "ui/tabs/predict/submission_flow.h"

#include "core/workflow/submit_job.h"
#include "ui/viewmodels/convert.h"

#include <QFileDialog>
#include <QMessageBox>

namespace nakama
{

namespace
{

constexpr std::size_t mostNamed = 1000; ///< ids in the box; a longer list is in the table itself

QString listOf(const std::vector<std::string>& ids)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(ids.size(), mostNamed); ++i)
        lines << toQString(ids[i]);
    if (ids.size() > mostNamed)
        lines << QStringLiteral("…");
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SubmissionFlow::SubmissionFlow(Session& session, QWidget& window)
    : QObject(&window), m_session(session), m_window(window)
{
}

void SubmissionFlow::begin(const std::string& runId)
{
    auto* const chooser = new QFileDialog(&m_window, tr("Sample file of the competition"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Tables (*.csv)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, runId](const QString& sample) { chooseOutput(runId, toPath(sample)); });
    chooser->open();
}

void SubmissionFlow::chooseOutput(const std::string& runId, const std::filesystem::path& sample)
{
    auto* const chooser = new QFileDialog(&m_window, tr("Where to write the submission"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("Tables (*.csv)"));
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    chooser->selectFile(QStringLiteral("submission.csv"));
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, runId, sample](const QString& out) { submit(runId, sample, toPath(out)); });
    chooser->open();
}

void SubmissionFlow::submit(const std::string& runId, const std::filesystem::path& sample,
                            const std::filesystem::path& out)
{
    auto* const engine = m_session.engine();
    if (!m_session.hasWorkspace() || engine == nullptr)
        return;
    JobOptions options;
    options.title = tr("Write the submission");
    SubmitParams params;
    params.runId = runId;
    params.sample = sample;
    params.out = out;
    const auto source = [engine]() -> Result<Engine*> { return engine; };
    Q_EMIT ended(tr("Answering the true test…"));
    m_session.jobs().start(std::make_shared<SubmitJob>(m_session.workspace(), source, params), options, this,
                           [this, out](SubmitJob& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Succeeded)
                                   tell(job, out);
                               else if (outcome.state == JobState::Failed)
                                   Q_EMIT ended(errorText(outcome.error));
                               else
                                   Q_EMIT ended(tr("Stopped; no submission was written."));
                           });
}

void SubmissionFlow::tell(const SubmitJob& job, const std::filesystem::path& out)
{
    const auto missing = static_cast<int>(job.missing().size());
    const QString written =
        tr("%n row(s) written to %1.", nullptr, static_cast<int>(job.rows())).arg(toQString(out.filename()));
    auto* const box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(missing > 0 ? QMessageBox::Warning : QMessageBox::Information);
    box->setWindowTitle(tr("Kaggle submission"));
    box->setText(written);
    box->setInformativeText(
        missing > 0 ? tr("%n id(s) have no readable picture in the true test and keep the sample's own "
                         "answer; they are listed under the details.",
                         nullptr, missing)
                    : tr("Every id of the sample has a picture and an answer."));
    if (missing > 0)
        box->setDetailedText(listOf(job.missing()));
    box->open();
    Q_EMIT ended(written);
}

} // namespace nakama
