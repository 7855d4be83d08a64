#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/evaluation/several_rule.h"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <vector>

namespace nakama
{

/**
 * Asks a model about the halves of a picture that is shrunk as for the model; whole: what it says of all of
 * it, calibrated. With a rule whose verdict no halves could change they are not asked, and there is nothing.
 * Errors: those of the model.
 */
Result<std::optional<SeveralScores>> askHalves(Classifier& classifier, const cv::Mat& shrunk,
                                               const std::vector<double>& whole, double temperature,
                                               const SeveralRule* rule);

struct SeveralPictures
{
    std::vector<LabelledPicture> validation;
    std::vector<LabelledPicture> test;
    std::vector<LabelledPicture> marked; ///< by a person, as several characters
};

/**
 * Fits a SeveralRule on validation pictures against pairs of them and every other marked picture, and
 * measures it on the others: at most 80 pictures and 40 pairs of each part, two a picture, the same each
 * time. Nothing where validation has no two classes. Errors: Cancelled, those of the model.
 */
Result<std::optional<SeveralRule>> fitSeveral(Classifier& classifier, double temperature,
                                              const SeveralPictures& pictures, JobContext& context);

} // namespace nakama
