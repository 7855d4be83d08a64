#include "core/training/batch_plan.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

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

/** In the order that an epoch draws, cut; a last batch of one picture joins the one before. */
BatchPlan shuffledPlan(std::vector<int> order, int batchSize, std::uint64_t seed, int epoch)
{
    RandomStream random(seed, RandomPurpose::Shuffle, static_cast<std::uint64_t>(epoch));
    random.shuffle(std::span(order));
    auto plan = cut(order, batchSize);
    if (plan.size() > 1 && plan.back().size() == 1) {
        plan[plan.size() - 2].push_back(plan.back().front());
        plan.pop_back();
    }
    return plan;
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
    return shuffledPlan(allPositions(count), batchSize, seed, epoch);
}

std::vector<std::int64_t> drawsPerClass(std::span<const std::int64_t> counts, double balance)
{
    std::vector<double> shares;
    for (const auto count : counts)
        shares.push_back(count > 0 ? std::pow(static_cast<double>(count), 1 - balance) : 0);
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});

    // Largest remainders, the earlier class first: the draws add up to as many as there are pictures.
    std::vector<std::int64_t> draws;
    std::vector<std::pair<double, std::size_t>> remainders;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double exact = static_cast<double>(total) * shares[i] / std::max(sum, 1.0);
        draws.push_back(static_cast<std::int64_t>(exact));
        if (counts[i] > 0)
            remainders.emplace_back(static_cast<double>(draws.back()) - exact, i);
    }
    std::ranges::sort(remainders);
    auto missing = total - std::accumulate(draws.begin(), draws.end(), std::int64_t{0});
    for (std::size_t i = 0; missing > 0; ++i, --missing)
        ++draws[remainders[i % remainders.size()].second];
    return draws;
}

BatchPlan balanced(std::span<const int> labels, std::span<const std::int64_t> draws, int batchSize,
                   std::uint64_t seed, int epoch)
{
    std::vector<std::vector<int>> ofClass(draws.size());
    for (std::size_t i = 0; i < labels.size(); ++i)
        ofClass[static_cast<std::size_t>(labels[i])].push_back(static_cast<int>(i));
    std::vector<int> order;
    for (std::size_t label = 0; label < draws.size(); ++label) {
        auto& pictures = ofClass[label];
        if (pictures.empty())
            continue;
        RandomStream random(seed, RandomPurpose::Sampling, static_cast<std::uint64_t>(epoch), label);
        random.shuffle(std::span(pictures)); // the first ones are drawn once more than the others
        for (std::int64_t draw = 0; draw < draws[label]; ++draw) {
            const auto index = static_cast<std::size_t>(draw);
            const auto repeat = static_cast<int>(index / pictures.size());
            order.push_back(pictures[index % pictures.size()] + repeat * static_cast<int>(labels.size()));
        }
    }
    return shuffledPlan(std::move(order), batchSize, seed, epoch);
}

} // namespace nakama
