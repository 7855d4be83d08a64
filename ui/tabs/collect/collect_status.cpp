#include "ui/tabs/collect/collect_status.h"

#include "ui/viewmodels/collect_classes_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/job_list_model.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

using State = CollectController::State;

namespace
{

QString estimateText(const CollectEstimate& estimate)
{
    const QLocale locale;
    const auto text = CollectStatus::tr("%Ln picture(s) would come, about %1. The disk has %2 free.", nullptr,
                                        static_cast<int>(estimate.pictures))
                          .arg(locale.formattedDataSize(estimate.bytes, 1),
                               locale.formattedDataSize(estimate.freeBytes, 1));
    return estimate.bytes > estimate.freeBytes
               ? text + QLatin1Char(' ') + CollectStatus::tr("That is too much.")
               : text;
}

} // namespace

CollectStatus::CollectStatus(Session& session, CollectController& controller,
                             const CollectClassesModel& classes, QWidget* parent)
    : QFrame(parent), m_controller(controller), m_classes(classes), m_headline(new QLabel),
      m_bar(new QProgressBar), m_note(new QLabel)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_headline->setObjectName(QStringLiteral("collectState"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    for (auto* label : {m_headline, m_note}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_note->setObjectName(QStringLiteral("collectNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setAccessibleName(tr("Pictures collected"));
    m_bar->setTextVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    layout->addWidget(m_headline);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    connect(&session.jobs(), &JobRunner::jobChanged, this, &CollectStatus::takeJob);
}

void CollectStatus::takeJob(const JobSnapshot& job)
{
    if (job.id != m_controller.job() || !m_controller.isBusy())
        return;
    // What the headline says already is not said twice.
    const bool usual =
        job.progress.stage == "collecting pictures" || job.progress.stage == "asking what there is";
    say(usual ? QString() : jobStatusText(job));
}

void CollectStatus::update()
{
    const auto totals = m_classes.totals();
    m_headline->setText(headline());
    const bool looking = m_controller.state() == State::Looking; // how much there is, is the question
    m_bar->setRange(0, looking ? 0 : static_cast<int>(std::max<std::int64_t>(1, totals.wanted)));
    m_bar->setValue(static_cast<int>(totals.have));
    if (!m_controller.isBusy())
        say({});
}

void CollectStatus::say(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString CollectStatus::headline() const
{
    const QLocale locale;
    const auto totals = m_classes.totals();
    const QString sum = tr("%1 of %2 pictures", "that are there, wanted")
                            .arg(locale.toString(static_cast<qlonglong>(totals.have)),
                                 locale.toString(static_cast<qlonglong>(totals.wanted)));
    switch (m_controller.state()) {
    case State::Looking:
        return tr("Asking the server what would come…");
    case State::Collecting:
        return tr("Collecting: %1").arg(sum);
    case State::Pausing:
        return tr("Pausing…");
    case State::Stopping:
        return tr("Stopping…");
    case State::Idle:
    case State::Paused:
        break;
    }
    if (m_controller.estimate())
        return estimateText(*m_controller.estimate());
    if (!m_controller.outcome().isEmpty())
        return m_controller.outcome();
    return totals.wanted == 0 ? tr("Nothing is chosen to be collected") : sum;
}

} // namespace nakama
