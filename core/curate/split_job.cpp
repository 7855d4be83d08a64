#include "core/curate/split_job.h"

#include "core/workspace/catalogue.h"

#include <utility>

namespace nakama
{

SplitJob::SplitJob(Workspace workspace, SplitParams params)
    : m_workspace(std::move(workspace)), m_params(params)
{
}

Result<void> SplitJob::run(JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    context.progress(0, 0, "splitting");
    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::vector<std::string> classNames;
    for (const auto& info : classes)
        classNames.push_back(info.name);

    ImageFilter pool;
    pool.pool = Pool::Pool;
    NAKAMA_TRY(const auto images, catalogue.images(pool));
    std::vector<SplitItem> items;
    for (const auto& image : images)
        if (image.classIndex >= 0)
            items.push_back({image.id, image.sha256, image.classIndex, -1});
    if (items.empty())
        return fail(ErrorCode::NotReady,
                    "no picture of the pool has a label; import class folders or label pictures first",
                    m_workspace.folder().string());

    NAKAMA_TRY(m_outcome, splitStratified(items, classNames, m_params));
    NAKAMA_CHECK(context.checkpoint());
    std::vector<std::pair<std::int64_t, SplitPart>> parts;
    for (std::size_t i = 0; i < items.size(); ++i)
        parts.emplace_back(items[i].imageId, m_outcome.parts[i]);
    SplitInfo info;
    info.train = m_params.train;
    info.val = m_params.val;
    info.test = m_params.test;
    info.seed = m_params.seed;
    NAKAMA_CHECK(catalogue.setSplit(parts, info));
    context.progress(std::ssize(items), std::ssize(items), "splitting");
    return {};
}

} // namespace nakama
