#include "ui/tabs/dataset/split_preview.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;

constexpr std::size_t classesNamed = 3;

/** Where nothing is dropped: all that is labelled is used. */
SplitReport withoutLimits(const WorkspaceSnapshot& snapshot)
{
    SplitReport report;
    for (const auto& info : snapshot.classes) {
        const auto found = snapshot.counts.perClass.find(info.name);
        const int count = found == snapshot.counts.perClass.end() ? 0 : static_cast<int>(found->second);
        report.classes.push_back({count, count});
    }
    return report;
}

QString droppedText(const WorkspaceSnapshot& snapshot, const SplitReport& report)
{
    std::vector<std::pair<int, std::size_t>> dropped; // pictures, class
    for (std::size_t i = 0; i < std::min(report.classes.size(), snapshot.classes.size()); ++i)
        if (const int count = report.classes[i].labelled - report.classes[i].used; count > 0)
            dropped.emplace_back(count, i);
    if (dropped.empty())
        return SplitPreview::tr("These limits drop nothing.");
    std::ranges::stable_sort(dropped, std::greater(), &std::pair<int, std::size_t>::first);
    QStringList parts;
    for (const auto& [count, index] : dropped) {
        if (parts.size() == classesNamed)
            break;
        const auto& info = snapshot.classes[index];
        parts << SplitPreview::tr("%L1 of %2", "pictures of a class")
                     .arg(count)
                     .arg(toQString(info.displayName.empty() ? info.name : info.displayName));
    }
    if (dropped.size() > classesNamed)
        parts << SplitPreview::tr("some of %n more class(es)", nullptr,
                                  static_cast<int>(dropped.size() - classesNamed));
    return SplitPreview::tr("These limits drop %1.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace

SplitPreview::SplitPreview(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(250ms);
    connect(&m_delay, &QTimer::timeout, this, &SplitPreview::look);
}

void SplitPreview::ask(const SplitJobParams& params)
{
    m_params = params;
    m_params.run = SplitRun::Dry;
    if (m_params.caps.isAny() && m_session.hasWorkspace())
        return m_delay.start();
    m_delay.stop();
    if (std::exchange(m_report, std::nullopt))
        Q_EMIT changed();
}

void SplitPreview::look()
{
    if (!m_session.hasWorkspace() || !m_params.caps.isAny())
        return;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("split preview");
    m_session.jobs().start(std::make_shared<SplitJob>(m_session.workspace(), m_params), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this)](SplitJob& job, const JobOutcome& outcome) {
                               // The limits may have been taken away meanwhile.
                               if (!self || !self->m_params.caps.isAny())
                                   return;
                               self->m_report.reset();
                               if (outcome.state == JobState::Succeeded)
                                   self->m_report = job.report();
                               Q_EMIT self->changed();
                           });
}

QString previewText(const WorkspaceSnapshot& snapshot, const std::optional<SplitReport>& report)
{
    const auto levelling = (report ? *report : withoutLimits(snapshot)).levelling();
    QStringList sentences;
    if (report)
        sentences << droppedText(snapshot, *report);
    if (levelling.pictures > 0)
        sentences << SplitPreview::tr("To level up, %n class(es) need %L1 more pictures.", nullptr,
                                      levelling.classes)
                         .arg(levelling.pictures);
    return sentences.join(QLatin1Char(' '));
}

} // namespace nakama
