#include "ui/tabs/train/training_panel.h"

#include "ui/tabs/train/model_text.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/job_list_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace nakama
{

namespace
{

constexpr int barSteps = 1000;

} // namespace

TrainingPanel::TrainingPanel(Session& session, const TrainingController& training, QWidget* parent)
    : QFrame(parent), m_training(training), m_state(new QLabel), m_figures(new QLabel), m_weights(new QLabel),
      m_bar(new QProgressBar)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_state->setFont(bold);
    m_state->setObjectName(QStringLiteral("trainingState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    m_weights->setForegroundRole(QPalette::PlaceholderText);
    m_weights->setObjectName(QStringLiteral("weightsReport"));
    m_weights->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the training"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_figures);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_bar);
    layout->addWidget(m_weights);
    connect(&training, &TrainingController::stateChanged, this, &TrainingPanel::updateState);
    connect(&training, &TrainingController::stepped, this, &TrainingPanel::updateFigures);
    connect(&session.jobs(), &JobRunner::jobChanged, this, &TrainingPanel::takeJob);
    updateState();
}

void TrainingPanel::updateState()
{
    using State = TrainingController::State;
    const auto state = m_training.state();
    m_bar->setVisible(state != State::Idle);
    m_figures->setVisible(state != State::Idle);
    switch (state) {
    case State::Idle:
        m_state->setText(m_training.outcome());
        break;
    case State::Waiting:
        m_state->setText(tr("Preparing…"));
        m_figures->clear();
        m_bar->setRange(0, 0);
        break;
    case State::Training:
        m_state->setText(tr("Training"));
        break;
    case State::Stopping:
        m_state->setText(m_training.lastStep().steps == 0 ? tr("Stopping…")
                                                          : tr("Stopping after this batch…"));
        break;
    case State::StoppingNow:
        m_state->setText(tr("Stopping now…"));
        break;
    }
    setVisible(!m_state->text().isEmpty());
    showWeights();
    if (state == State::Training || state == State::Stopping)
        updateFigures();
}

void TrainingPanel::showWeights()
{
    const auto& report = m_training.weights();
    m_weights->setVisible(report.has_value());
    if (!report)
        return;
    m_weights->setText(weightsText(*report));
    QStringList lines;
    for (const auto& line : linesOf(*report))
        lines << toQString(line);
    m_weights->setToolTip(lines.join(QLatin1Char('\n')));
}

void TrainingPanel::takeJob(const JobSnapshot& job)
{
    using State = TrainingController::State;
    const auto state = m_training.state();
    if (job.id != m_training.job() || (state != State::Waiting && state != State::Training))
        return;
    // A training pauses to compute features, or where the disk is full: that is what is told then.
    const bool trains = job.progress.stage == "training";
    m_state->setText(trains && state == State::Training ? tr("Training") : jobStatusText(job));
    if (state == State::Waiting && job.progress.total > 0) {
        m_bar->setRange(0, barSteps);
        m_bar->setValue(static_cast<int>(barSteps * job.progress.done / job.progress.total));
    }
}

void TrainingPanel::updateFigures()
{
    if (m_training.lastStep().steps == 0)
        return; // stopped before the first batch
    m_bar->setRange(0, barSteps);
    m_bar->setValue(static_cast<int>(std::lround(barSteps * m_training.pace().fraction())));
    m_figures->setText(figuresText());
}

QString TrainingPanel::figuresText() const
{
    const auto& step = m_training.lastStep();
    const QLocale locale;
    QStringList parts{tr("epoch %1 of %2").arg(step.epoch).arg(m_training.request().epochs),
                      tr("batch %1 of %2").arg(step.step).arg(step.steps),
                      tr("loss %1").arg(locale.toString(step.loss, 'f', 3))};
    if (const double speed = m_training.pace().imagesPerSecond(); speed > 0)
        parts << tr("%1 pictures/s").arg(locale.toString(speed, 'f', speed < 10 ? 1 : 0));
    if (const auto left = m_training.pace().secondsLeft();
        left && m_training.state() == TrainingController::State::Training)
        parts << tr("%1 left").arg(durationText(*left));
    return parts.join(QStringLiteral("  ·  "));
}

QString durationText(double seconds)
{
    const auto whole = static_cast<long>(std::ceil(seconds));
    if (whole < 60)
        return TrainingPanel::tr("%1 s").arg(whole);
    const long minutes = (whole + 30) / 60;
    if (minutes < 60)
        return TrainingPanel::tr("%1 min").arg(minutes);
    return TrainingPanel::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace nakama
