#include "core/workflow/input_cost.h"

#include "core/base/machine.h"
#include "core/imaging/prepared_store.h"
#include "core/workspace/catalogue.h"

namespace nakama
{

namespace
{

/** Of the pixels' bytes, what the cache's PNG of a drawing takes; see docs/benchmarks.md. */
constexpr double packedShare = 0.5;

} // namespace

Result<InputCost> inputCost(const Workspace& workspace, const ResizeRule& rule)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto records, catalogue.images());
    const PreparedStore store(workspace.preparedFolder(), rule);
    InputCost cost;
    cost.memoryAvailable = availableMemoryBytes();
    cost.diskFree = freeDiskBytes(workspace.folder());
    cost.preparedBytes = store.diskBytes();
    for (const auto& record : records) {
        const auto bytes = 3 * rule.apply({record.width, record.height}).area();
        if (record.split == SplitPart::Train || record.split == SplitPart::Val) {
            ++cost.pictures;
            cost.memoryBytes += bytes;
        }
        if (record.inUse() && !store.has(record.sha256)) {
            ++cost.toPrepare;
            cost.diskBytes += static_cast<std::int64_t>(packedShare * bytes);
        }
    }
    return cost;
}

} // namespace nakama
