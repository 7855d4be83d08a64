#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/workflow/runs.h"

#include <string>
#include <vector>

namespace nakama
{

/** A picture's place on the map. */
struct MapPoint
{
    LabelledPicture picture;
    EvaluationSet set = EvaluationSet::Test;
    cv::Point2f place;
};

/** Lays pictures out in the plane so that what a run's model finds alike lies near each other. */
class FeatureMapJob : public Job
{
public:
    FeatureMapJob(Workspace workspace, Engine& engine, std::string runId, std::vector<EvaluationSet> sets,
                  ProjectionParams params, std::string device = "auto");

    std::string name() const override { return "map of the pictures"; }
    /** Sets without pictures are left out. Errors: NotFound, NotReady (no checkpoint, no pictures at all). */
    Result<void> run(JobContext& context) override;

    const std::vector<MapPoint>& points() const { return m_points; }
    const std::vector<SkippedPicture>& skipped() const { return m_skipped; }

private:
    Workspace m_workspace;
    Engine& m_engine;
    std::string m_runId;
    std::vector<EvaluationSet> m_sets;
    ProjectionParams m_params;
    std::string m_device;
    std::vector<MapPoint> m_points;
    std::vector<SkippedPicture> m_skipped;
};

} // namespace nakama
