#include "ui/tabs/train/training_trials.h"

#include "core/workflow/estimate_training_job.h"
#include "core/workflow/find_rate_job.h"
#include "ui/tabs/train/rate_dialog.h"
#include "ui/tabs/train/training_panel.h"
#include "ui/viewmodels/convert.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString estimateText(const TrainingEstimate& estimate, double seconds)
{
    QString memory =
        TrainingTrials::tr("A batch of %n picture(s) takes about %1", nullptr, estimate.batchSize)
            .arg(sizeText(estimate.bytes()));
    if (estimate.availableBytes > 0)
        memory = TrainingTrials::tr("%1 of %2 that are free").arg(memory, sizeText(estimate.availableBytes));
    if (!estimate.fits())
        return TrainingTrials::tr("%1: it does not fit. A batch of %2 would.", "sizes, pictures")
            .arg(memory)
            .arg(estimate.largestBatch);
    return TrainingTrials::tr("%1. The whole training takes about %2.", "sizes, duration")
        .arg(memory, durationText(seconds));
}

} // namespace

TrainingTrials::TrainingTrials(Session& session, std::function<TrainRequest()> request, QWidget* parent)
    : QWidget(parent), m_session(session), m_request(std::move(request)),
      m_estimate(new QPushButton(tr("Ti&me and memory"))), m_findRate(new QPushButton(tr("Find a rat&e…"))),
      m_answer(new QLabel)
{
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_estimate->setToolTip(tr("Learns from a few black pictures and tells what the training would take"));
    m_findRate->setObjectName(QStringLiteral("findRate"));
    m_findRate->setToolTip(tr("Tries rising learning rates on the first batches, and shows how the loss "
                              "answers; nothing is kept of it"));
    m_answer->setObjectName(QStringLiteral("estimateText"));
    m_answer->setWordWrap(true);
    m_answer->setForegroundRole(QPalette::PlaceholderText);
    m_answer->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_estimate);
    buttons->addWidget(m_findRate);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    connect(m_estimate, &QPushButton::clicked, this, [this] { m_job == 0 ? estimate() : cancel(); });
    connect(m_findRate, &QPushButton::clicked, this, [this] { m_job == 0 ? findRate() : cancel(); });
    connect(&session, &Session::workspaceChanged, this, &TrainingTrials::forget);
    connect(&session, &Session::splitChanged, this, &TrainingTrials::forget);
}

void TrainingTrials::estimate()
{
    auto job = std::make_shared<EstimateTrainingJob>(m_session.workspace(), *m_session.engine(), m_request());
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Estimate a training");
    m_job =
        m_session.jobs().start(job, options, m_session.workspaceScope(),
                               [self = QPointer(this)](EstimateTrainingJob& done, const JobOutcome& outcome) {
                                   if (!self)
                                       return;
                                   self->end(outcome);
                                   if (outcome.state == JobState::Succeeded)
                                       self->say(estimateText(done.result(), done.seconds()));
                               });
    begin(*m_estimate, tr("Measuring…"));
}

void TrainingTrials::findRate()
{
    auto job = std::make_shared<FindRateJob>(m_session.workspace(), *m_session.engine(), m_request());
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Find a learning rate");
    m_job = m_session.jobs().start(job, options, m_session.workspaceScope(),
                                   [self = QPointer(this)](FindRateJob& done, const JobOutcome& outcome) {
                                       if (!self)
                                           return;
                                       self->end(outcome);
                                       if (outcome.state == JobState::Succeeded)
                                           self->showRates(done.result());
                                   });
    begin(*m_findRate, tr("Trying rates…"));
}

/** The button that began a trial keeps the focus, and ends it; there is no second trial meanwhile. */
void TrainingTrials::begin(QPushButton& button, const QString& text)
{
    m_begun = {&button, button.text()};
    button.setText(tr("Cancel"));
    (&button == m_estimate ? m_findRate : m_estimate)->setEnabled(false);
    say(text);
}

void TrainingTrials::end(const JobOutcome& outcome)
{
    m_job = 0;
    m_begun.first->setText(m_begun.second);
    m_estimate->setEnabled(true);
    m_findRate->setEnabled(true);
    say(outcome.state == JobState::Failed ? toQString(outcome.error.text()) : QString());
}

void TrainingTrials::say(const QString& text)
{
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
}

void TrainingTrials::cancel()
{
    if (m_job != 0)
        m_session.jobs().cancel(m_job, StopMode::Now);
}

void TrainingTrials::forget()
{
    if (m_job == 0)
        say({});
}

void TrainingTrials::showRates(const RateSearch& search)
{
    auto* dialog = new RateDialog(search, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, rate = search.suggested] { Q_EMIT rateChosen(rate); });
    dialog->open();
}

} // namespace nakama
