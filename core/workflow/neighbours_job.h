#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/workflow/asked_picture.h"
#include "core/workspace/records.h"

#include <string>
#include <vector>

namespace nakama
{

/** A training picture that looks, to a model, like another picture. */
struct NearPicture
{
    ImageRecord image;
    double likeness = 0; ///< cosine of the angle between their features: 1 is alike
    bool copy = false;   ///< known as a copy of the picture that was asked about
};

/**
 * The training pictures that are nearest to a picture in a run's feature space. The picture itself is left
 * out, and copies of it that a search has found are marked: that they are near says nothing.
 */
class NeighboursJob : public Job
{
public:
    NeighboursJob(Workspace workspace, Engine& engine, std::string runId, AskedPicture picture, int count,
                  std::string device = "auto");

    std::string name() const override { return "find pictures that look alike"; }
    /** Errors: NotFound, NotReady (no checkpoint, no training pictures), CorruptData (the picture). */
    Result<void> run(JobContext& context) override;

    const LabelledPicture& picture() const { return m_picture; }
    /** Nearest first. */
    const std::vector<NearPicture>& near() const { return m_near; }

private:
    Workspace m_workspace;
    Engine& m_engine;
    std::string m_runId;
    AskedPicture m_asked;
    int m_count;
    std::string m_device;
    LabelledPicture m_picture;
    std::vector<NearPicture> m_near;
};

} // namespace nakama
