#pragma once

#include "core/training/batch_plan.h"
#include "core/training/feature_file.h"
#include "core/training/feed.h"
#include "core/training/training.h"

#include <memory>
#include <utility>
#include <vector>

namespace nakama
{

/** Batches of features in place of pictures: the same plan, the same labels. For one thread. */
class FeatureFeed : public Feed
{
public:
    /**
     * first: the batch of the plan to begin with; beyond it there is none. Pictures without features could
     * not be read and are left out; repeats of a picture have the same features. waitedSeconds: what
     * computing the features waited for pictures. pictures must outlive the feed.
     */
    FeatureFeed(const std::vector<LabelledPicture>& pictures, BatchPlan plan, std::size_t first,
                std::shared_ptr<const FeatureFile> features, double waitedSeconds)
        : m_pictures(pictures), m_plan(std::move(plan)), m_features(std::move(features)),
          m_waitedSeconds(waitedSeconds), m_given(first)
    {
    }

    Result<const Batch*> next(const JobContext& context) override;
    std::size_t batches() const override { return m_plan.size(); }
    double waitedSeconds() const override { return m_waitedSeconds; }

private:
    const std::vector<LabelledPicture>& m_pictures;
    const BatchPlan m_plan;
    const std::shared_ptr<const FeatureFile> m_features;
    const double m_waitedSeconds;
    std::size_t m_given;
    Batch m_batch;
};

} // namespace nakama
