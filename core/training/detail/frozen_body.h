#pragma once

#include "core/base/job.h"
#include "core/inference/detail/predict.h"
#include "core/inference/detail/predictor.h"
#include "core/training/feature_file.h"
#include "core/training/feed.h"
#include "core/training/picture_source.h"
#include "core/training/training.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>

namespace nakama
{

/**
 * A body that does not learn says the same of the same tile in every epoch: it is asked once, and its answers
 * (features) are kept on the disk, under a key of its weights, the preprocessing and the augmentation. Each
 * epoch learns from one view of the pictures, by viewOfEpoch(); view n is the tile that epoch n would see
 * without this. Where a view is there already, only the head works. A later run finds them all, and computes
 * those of new pictures only. Views take turns, so those for which there is room stay in memory: as much as
 * pictures may take.
 */
class FrozenBody
{
public:
    /** folder: where features of all keys are kept. The model must have its weights already. */
    FrozenBody(std::shared_ptr<Backbone> model, const std::string& headKey, const TrainingConfig& config,
               torch::Device device, const std::filesystem::path& folder);

    /** The batches of an epoch, from its batch first on, as features. Errors: Cancelled (what was computed is
     * kept), Io. Throws c10::Error. */
    Result<std::unique_ptr<Feed>> epochFeed(PictureSource& pictures, int epoch, std::size_t first,
                                            JobContext& context);

    /** As predictPictures(), to the bit. Error: also Io. */
    Result<EvaluationAnswer> predict(PictureSource& pictures, JobContext& context);

private:
    /** What is to be computed of a list. */
    struct View
    {
        std::filesystem::path file;
        FeaturePrecision precision;
        TileMaker tile;
    };

    using SharedFile = std::shared_ptr<const FeatureFile>;
    Result<SharedFile> featuresOf(PictureSource& pictures, const View& view, Predictor* predictor,
                                  double& waitedSeconds, JobContext& context);
    Result<void> complete(FeatureFile& file, PictureSource& pictures, const View& view, Predictor* predictor,
                          double& waitedSeconds, JobContext& context);

    std::shared_ptr<Backbone> m_model;
    const TrainingConfig& m_config;
    torch::Device m_device;
    std::filesystem::path m_plain;     ///< folder of what evaluation sees
    std::filesystem::path m_augmented; ///< folder of the views
    std::map<std::filesystem::path, SharedFile> m_kept;
    std::size_t m_freeBytes; ///< that more of them may take
};

} // namespace nakama
