#pragma once

#include "core/evaluation/metrics.h"
#include "core/training/training.h"
#include "core/training/worst_pictures.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** What a set of pictures is evaluated on: a part of the split, or the true test. */
enum class EvaluationSet { Train, Val, Test, TrueTest };
/** "train", "val", "test", "true-test". */
std::string_view evaluationSetName(EvaluationSet set);
std::optional<EvaluationSet> evaluationSetFromName(std::string_view name);

/** Everything kept of a run, as the window and the report show it. */
struct RunDetails
{
    RunRecord record;
    TrainingConfig config;
    std::vector<EpochRecord> epochs;
    WorstPictures worst;                           ///< of the last epoch; none where it is not known
    std::vector<std::filesystem::path> worstFiles; ///< of these; empty where the workspace lacks a picture
    std::optional<Metrics> test; ///< the stored evaluation on the test split, where there is one
};

/** Reads a run's files; a file that is missing or torn leaves its part empty. Error: NotFound. */
Result<RunDetails> loadRun(const Workspace& workspace, const std::string& runId);

/** The stored evaluation of a run on a set; nothing where it has not been evaluated. */
Result<std::optional<Metrics>> loadEvaluation(const Workspace& workspace, const std::string& runId,
                                              EvaluationSet set);

/** Labelled pictures of one part of the split, ordered by content hash. Error: InvalidArgument with what to
 * do when there are none. */
Result<std::vector<LabelledPicture>> picturesOf(const Workspace& workspace, EvaluationSet set);

std::filesystem::path bestCheckpoint(const Workspace& workspace, const std::string& runId);

/** Where a run keeps what it was evaluated to on a set; the files need not exist yet. */
struct EvaluationFiles
{
    std::filesystem::path metrics;      ///< evaluation-SET.json
    std::filesystem::path predictions;  ///< predictions-SET.csv
    std::filesystem::path reportFolder; ///< report/SET, gets report.html
};
EvaluationFiles evaluationFiles(const Workspace& workspace, const std::string& runId, EvaluationSet set);

} // namespace nakama
