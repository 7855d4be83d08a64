#include "core/training/batch_plan.h"

#include "core/base/random.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace nakama
{

namespace
{

std::vector<int> allPositions(int count)
{
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

} // namespace

BatchPlan cut(const std::vector<int>& positions, int batchSize)
{
    BatchPlan plan;
    for (auto rest = std::span(positions); !rest.empty();) {
        const auto batch = rest.first(std::min(rest.size(), static_cast<std::size_t>(batchSize)));
        plan.emplace_back(batch.begin(), batch.end());
        rest = rest.subspan(batch.size());
    }
    return plan;
}

BatchPlan inOrder(int count, int batchSize)
{
    return cut(allPositions(count), batchSize);
}

BatchPlan shuffled(int count, int batchSize, std::uint64_t seed, int epoch)
{
    auto order = allPositions(count);
    RandomStream random(seed, RandomPurpose::Shuffle, static_cast<std::uint64_t>(epoch));
    random.shuffle(std::span(order));
    auto plan = cut(order, batchSize);
    if (plan.size() > 1 && plan.back().size() == 1) {
        plan[plan.size() - 2].push_back(plan.back().front());
        plan.pop_back();
    }
    return plan;
}

} // namespace nakama
