#include "core/workflow/neighbours_job.h"

#include "core/workflow/run_checkpoint.h"
#include "core/workflow/runs.h"
#include "core/workspace/copy_store.h"

#include <set>

namespace nakama
{

namespace
{

/** All pictures of the group that a picture is in. */
Result<std::set<std::int64_t>> copiesOf(Catalogue& catalogue, std::int64_t imageId)
{
    NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
    auto keeper = imageId;
    for (const auto& copy : copies)
        if (copy.inGroup && copy.imageId == imageId)
            keeper = copy.copyOf;
    std::set<std::int64_t> group{keeper};
    for (const auto& copy : copies)
        if (copy.inGroup && copy.copyOf == keeper)
            group.insert(copy.imageId);
    return group;
}

} // namespace

NeighboursJob::NeighboursJob(Workspace workspace, Engine& engine, std::string runId, AskedPicture picture,
                             int count, std::string device)
    : m_workspace(std::move(workspace)), m_engine(engine), m_runId(std::move(runId)),
      m_asked(std::move(picture)), m_count(count), m_device(std::move(device))
{
}

Result<void> NeighboursJob::run(JobContext& context)
{
    NAKAMA_TRY(m_picture, findPicture(m_workspace, m_asked));
    FeatureRequest request;
    NAKAMA_TRY(request.checkpoint, checkpointOf(m_workspace, m_runId));
    NAKAMA_TRY(request.pictures, picturesOf(m_workspace, EvaluationSet::Train));
    std::erase_if(request.pictures, [&](const auto& one) { return one.sha256 == m_picture.sha256; });
    // Last in the list, so that its row is the last one, where it could be read.
    request.pictures.push_back(m_picture);
    request.preparedFolder = m_workspace.preparedFolder();
    request.featureFolder = featureFolder(m_workspace);
    request.device = m_device;
    NAKAMA_TRY(const auto table, m_engine.features(request, context));
    const auto own = static_cast<int>(request.pictures.size()) - 1;
    if (table.positions.back() != own)
        return fail(ErrorCode::CorruptData, "the picture cannot be read; choose another one",
                    m_picture.file.string());
    const auto last = table.rows.rows - 1;
    if (last == 0)
        return fail(ErrorCode::NotReady, "there is no training picture to compare with; import more",
                    m_workspace.folder().string());
    NAKAMA_TRY(const auto near,
               m_engine.nearest(table.rows.rowRange(0, last), table.rows.row(last), m_count, context));

    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    std::set<std::int64_t> copies;
    NAKAMA_TRY(const auto itself, catalogue.findImage(m_picture.sha256));
    if (itself) {
        NAKAMA_TRY(copies, copiesOf(catalogue, itself->id));
    }
    for (const auto& neighbour : near.front()) {
        const auto position = table.positions[static_cast<std::size_t>(neighbour.row)];
        NAKAMA_TRY(auto image,
                   catalogue.findImage(request.pictures[static_cast<std::size_t>(position)].sha256));
        if (!image)
            continue; // deleted while this ran
        const bool copy = copies.contains(image->id);
        m_near.push_back({std::move(*image), neighbour.cosine, copy});
    }
    return {};
}

} // namespace nakama
