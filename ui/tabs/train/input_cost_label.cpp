#include "ui/tabs/train/input_cost_label.h"

#include <QLocale>
#include <QPointer>

namespace nakama
{

InputCostLabel::InputCostLabel(Session& session, QWidget* parent) : QLabel(parent), m_session(session)
{
    setObjectName(QStringLiteral("inputCost"));
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    for (const auto changed : {&Session::workspaceChanged, &Session::countsChanged, &Session::splitChanged})
        connect(&session, changed, this, &InputCostLabel::ask);
}

void InputCostLabel::setRule(const ResizeRule& rule)
{
    if (m_rule == rule)
        return;
    m_rule = rule;
    ask();
}

void InputCostLabel::ask()
{
    if (!m_rule || !m_session.hasWorkspace() || !m_session.snapshot().split)
        return clear();
    using Reader = Task<InputCost>;
    const auto work = [workspace = m_session.workspace(), rule = *m_rule](JobContext&) {
        return inputCost(workspace, rule);
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("what the pictures of a training take");
    m_session.jobs().start(std::make_shared<Reader>("estimate what the pictures take", work), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this)](Reader& job, const JobOutcome& outcome) {
                               if (self && outcome.state == JobState::Succeeded)
                                   self->show(*job.value());
                           });
}

void InputCostLabel::show(const InputCost& cost)
{
    const QLocale locale;
    QString text = tr("%1 pictures take %2 in memory.")
                       .arg(locale.toString(cost.pictures),
                            locale.formattedDataSize(cost.memoryBytes, 0, QLocale::DataSizeSIFormat));
    if (cost.toPrepare > 0)
        text += QLatin1Char(' ') +
                tr("%1 are still to be shrunk, about %2 on the disk (%3 free).")
                    .arg(locale.toString(cost.toPrepare),
                         locale.formattedDataSize(cost.diskBytes, 0, QLocale::DataSizeSIFormat),
                         locale.formattedDataSize(cost.diskFree, 0, QLocale::DataSizeSIFormat));
    else
        text += QLatin1Char(' ') +
                tr("Shrunk, they take %1 on the disk.")
                    .arg(locale.formattedDataSize(cost.preparedBytes, 0, QLocale::DataSizeSIFormat));
    setText(text);
    Q_EMIT costChanged(cost);
}

} // namespace nakama
