#pragma once

#include "core/base/job.h"
#include "core/imaging/test_views.h"
#include "core/inference/detail/predictor.h"
#include "core/inference/inference.h"
#include "core/training/batch_feed.h"
#include "core/training/picture_source.h"

#include <string>
#include <vector>

namespace nakama
{

/**
 * Logits of all pictures of a source, in its order; those that cannot be read are left out and named.
 * Decoding runs beside the model on loaderThreads (0: as many as cores). onPictures is told how many are done
 * so far. Errors: Cancelled, CorruptData (no picture could be read). Throws c10::Error.
 */
Result<EvaluationAnswer> predictPictures(Predictor& predictor, PictureSource& source,
                                         const Preprocessing& preprocessing,
                                         const std::vector<std::string>& classes, int loaderThreads,
                                         const JobContext& context,
                                         const std::function<void(std::size_t)>& onPictures = {});

/**
 * The same for several views of each picture; a row's logits are then the log of the mean of their
 * probabilities, so that probabilities() gives that mean. With one view it is predictPictures(), to the bit.
 * onPictures counts a picture once for each view.
 */
Result<EvaluationAnswer> predictViews(Predictor& predictor, PictureSource& source,
                                      const Preprocessing& preprocessing,
                                      const std::vector<std::string>& classes, TestViews views,
                                      int loaderThreads, const JobContext& context,
                                      const std::function<void(std::size_t)>& onPictures = {});

/** What evaluation sees of a shrunk picture. */
TileMaker evaluationTileMaker(const Preprocessing& preprocessing);

/** The answer for those pictures of a source that could be read. Error: CorruptData where there are none. */
Result<EvaluationAnswer> answerFor(const PictureSource& source, const std::vector<std::string>& classes,
                                   const std::vector<int>& positions, std::vector<std::vector<float>> logits);

/** The Error for a list of which not one picture could be read; what: "training", "validation", … */
Error nothingReadable(std::string_view what, const std::vector<SkippedPicture>& skipped);

} // namespace nakama
