#pragma once

#include "core/workspace/workspace.h"

#include <cstdint>
#include <string>

namespace nakama
{

/** What a person wrote about a run; note.json in its folder. */
struct RunNote
{
    std::string name; ///< instead of the id in lists; empty: none
    std::string text;
};

/** Empty where there is none, or it cannot be read. */
RunNote readRunNote(const Workspace& workspace, const std::string& runId);
/** Errors: NotFound (the run has no folder), Io, DiskFull. */
Result<void> writeRunNote(const Workspace& workspace, const std::string& runId, const RunNote& note);

/** What the files of a run take on the disk. */
std::uint64_t runBytes(const Workspace& workspace, const std::string& runId);

/**
 * Deletes a run, its folder first: where that is interrupted, the run stays in the list and can be deleted
 * again. Errors: NotFound; NotReady while it is training; Io.
 */
Result<void> deleteRun(const Workspace& workspace, const std::string& runId);

} // namespace nakama
