#pragma once

#include "core/danbooru/collect_run.h"

namespace nakama
{

/**
 * What a CollectRun would do: lists posts until enough are found, counts what would come and estimates its
 * size; fetches no picture and keeps nothing.
 */
Result<void> dryRun(const Workspace& workspace, const CollectParams& params, const CollectPlan& plan,
                    const CollectObserver& observer, CollectReport& report, JobContext& context);

} // namespace nakama
