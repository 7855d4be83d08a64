#pragma once

#include "core/augment/augment.h"
#include "core/workspace/workspace.h"

namespace nakama
{

/**
 * What training does to the pictures of a workspace where nobody has set anything: the full recipe. For the
 * sample, whose few pictures train a small net from nothing in minutes, crops and flips only.
 */
AugmentParams defaultAugmentSettings(const Workspace& workspace);

/** What a person has set for a workspace (augment.json), else the default. Error: CorruptData, Io. */
Result<AugmentParams> loadAugmentSettings(const Workspace& workspace);

/** Keeps the settings for the trainings to come; the default is kept as no file. Errors: Io, DiskFull. */
Result<void> saveAugmentSettings(const Workspace& workspace, const AugmentParams& params);

} // namespace nakama
