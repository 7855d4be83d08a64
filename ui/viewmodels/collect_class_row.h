#pragma once

#include "core/danbooru/collect_job.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace nakama
{

/** What is going on with the classes, or how it ended. */
enum class CollectPhase { Nothing, Looking, Collecting, Paused, Looked, Finished, Stopped };

/** What is known of a class that pictures are collected for. */
struct CollectClassRow
{
    QString name;
    QString tags;
    bool isTicked = true;
    std::int64_t pictures = 0;  ///< in the workspace, from whatever source
    std::int64_t collected = 0; ///< of them, from a server
    std::optional<CollectedClass> figures;

    /** Before the first run of a session, what the workspace has of the server is the best that is known. */
    std::int64_t have() const { return figures ? figures->have() : collected; }
};

/** How it stands with the class, in words; empty where there is nothing to say. */
QString collectStateText(const CollectClassRow& row, CollectPhase phase, bool isCurrent, int wanted);
/** All figures of the class, one a line. */
QString collectToolTip(const CollectClassRow& row);

} // namespace nakama
