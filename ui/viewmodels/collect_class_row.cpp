#include "ui/viewmodels/collect_class_row.h"

#include "ui/viewmodels/collect_classes_model.h"
#include "ui/viewmodels/convert.h"

#include <QLocale>

namespace nakama
{

namespace
{

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

QString collectStateText(const CollectClassRow& row, CollectPhase phase, bool isCurrent, int wanted)
{
    if (row.tags.isEmpty())
        return CollectClassesModel::tr("No tag to search by yet");
    if (!row.isTicked)
        return CollectClassesModel::tr("Left out");
    if (row.figures && !row.figures->problem.empty())
        return toQString(row.figures->problem);
    if (row.have() >= wanted)
        return CollectClassesModel::tr("Complete");
    switch (phase) {
    case CollectPhase::Nothing:
        return {};
    case CollectPhase::Looking:
        return isCurrent ? CollectClassesModel::tr("Looking…") : QString();
    case CollectPhase::Collecting:
        return isCurrent ? CollectClassesModel::tr("Collecting…") : CollectClassesModel::tr("Waiting");
    case CollectPhase::Looked: {
        const int more = row.figures ? row.figures->wouldDownload : 0;
        return more + row.have() < wanted ? CollectClassesModel::tr("Only %n would come", nullptr, more)
                                          : CollectClassesModel::tr("%n would come", nullptr, more);
    }
    case CollectPhase::Paused:
    case CollectPhase::Stopped:
        return CollectClassesModel::tr("Not complete yet");
    case CollectPhase::Finished:
        return CollectClassesModel::tr("All that there is");
    }
    return {};
}

QString collectToolTip(const CollectClassRow& row)
{
    if (!row.figures)
        return CollectClassesModel::tr("Double-click or F2 changes the tags");
    const auto& one = *row.figures;
    return CollectClassesModel::tr(
               "Found so far: %1\nCollected in this run: %2\nIn the workspace before: %3\nHidden by the "
               "server: %4\nRejected by the settings or by you: %5\nFailed: %6\nAlready in another class: %7")
        .arg(number(one.found), number(one.downloaded), number(one.alreadyThere), number(one.unavailable),
             number(one.rejected), number(one.failed), number(one.inOtherClass));
}

} // namespace nakama
