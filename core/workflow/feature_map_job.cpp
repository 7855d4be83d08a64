#include "core/workflow/feature_map_job.h"

#include "core/workflow/run_checkpoint.h"

namespace nakama
{

FeatureMapJob::FeatureMapJob(Workspace workspace, Engine& engine, std::string runId,
                             std::vector<EvaluationSet> sets, ProjectionParams params, std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)), m_sets(std::move(sets)),
      m_params(params), m_device(std::move(device))
{
}

Result<void> FeatureMapJob::run(JobContext& context)
{
    FeatureRequest request;
    NAKAMA_TRY(request.checkpoint, checkpointOf(m_workspace, m_runId));
    std::vector<EvaluationSet> setOf;
    Error reason{ErrorCode::InvalidArgument, "choose at least one set of pictures for the map", {}};
    for (const auto set : m_sets) {
        const auto pictures = picturesOf(m_workspace, set);
        if (!pictures) {
            if (pictures.error().code != ErrorCode::NotReady)
                return fail(pictures.error());
            reason = pictures.error();
            continue;
        }
        request.pictures.insert(request.pictures.end(), pictures->begin(), pictures->end());
        setOf.resize(request.pictures.size(), set);
    }
    if (request.pictures.empty())
        return fail(reason);
    request.preparedFolder = m_workspace.preparedFolder();
    request.featureFolder = featureFolder(m_workspace);
    request.device = m_device;
    NAKAMA_TRY(auto table, m_engine.features(request, context));
    NAKAMA_TRY(const auto places, m_engine.project(table.rows, m_params, context));
    m_skipped = std::move(table.skipped);
    for (std::size_t row = 0; row < places.size(); ++row) {
        const auto position = static_cast<std::size_t>(table.positions[row]);
        m_points.push_back({request.pictures[position], setOf[position], places[row]});
    }
    return {};
}

} // namespace nakama
