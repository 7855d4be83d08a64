#pragma once

#include "core/workflow/derived_run.h"
#include "core/workflow/runs.h"
#include "ui/tabs/evaluate/picture_now.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** All that is shown of a run on one set of pictures. */
struct EvaluationPage
{
    RunDetails run;
    std::optional<DerivedRun> derived; ///< what it answers with where it was not trained itself
    EvaluationSet set = EvaluationSet::Test;
    std::optional<Metrics> metrics; ///< nothing where the run has not been evaluated on the set
    std::shared_ptr<const EvaluatedPictures> pictures = std::make_shared<EvaluatedPictures>(); ///< never null
    std::vector<PictureNow> now;  ///< of pictures, in their order
    std::string picturesProblem;  ///< why there are no pictures although there are metrics
    std::filesystem::path report; ///< empty where there is none

    /** Whether there is one model that can be asked what it sees: an ensemble has several. */
    bool hasOneModel() const { return !derived || derived->members.size() == 1; }
};

/** Reads it from the run's folder and the catalogue. Blocks: use it from a job. */
Result<EvaluationPage> readEvaluationPage(const Workspace& workspace, const std::string& runId,
                                          EvaluationSet set);

} // namespace nakama
