#pragma once

#include "core/engine/engine.h"
#include "core/evaluation/open_set.h"
#include "core/workflow/runs.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** An OpenSet with the features that it compares with. */
struct FittedOpenSet
{
    OpenSet rule;
    TrainingFeatures training;
    std::vector<std::string> pictures; ///< SHA-256 of each row of training
};

/** Where the rule of a checkpoint lies, if it has one. */
std::filesystem::path openSetRuleBeside(std::filesystem::path checkpoint);

/**
 * What lies beside a checkpoint for its answers: best.open-set.json and best.open-set.features. Nothing where
 * none is, or that of another model.
 */
std::optional<FittedOpenSet> openSetBeside(const std::filesystem::path& checkpoint,
                                           const CheckpointInfo& info);

/**
 * Fits one for a run that was trained, unless its best epoch has one of this version already: features of
 * the training pictures, scales and threshold on validation, what tells several characters from one, and what
 * becomes of test pictures by both. Does nothing where validation is too small. Errors: NotFound, Cancelled,
 * those of the engine, Io, DiskFull.
 */
Result<void> fitOpenSet(const Workspace& workspace, Engine& engine, const std::string& runId,
                        const std::string& device, JobContext& context);

} // namespace nakama
