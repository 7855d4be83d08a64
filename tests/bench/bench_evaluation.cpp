#include "core/base/random.h"
#include "core/evaluation/metrics.h"

#include <benchmark/benchmark.h>

using namespace nakama;

namespace
{

PredictionTable table(std::int64_t pictures, std::size_t classes)
{
    PredictionTable result;
    for (std::size_t i = 0; i < classes; ++i)
        result.classes.push_back("class " + std::to_string(i));
    RandomStream random(1, RandomPurpose::Bootstrap);
    for (std::int64_t i = 0; i < pictures; ++i) {
        Prediction row;
        row.label = static_cast<int>(random.below(static_cast<std::uint32_t>(classes)));
        for (std::size_t c = 0; c < classes; ++c)
            row.logits.push_back(static_cast<float>(random.normal()));
        row.logits[static_cast<std::size_t>(row.label)] += 2;
        result.rows.push_back(std::move(row));
    }
    return result;
}

void metrics(benchmark::State& state)
{
    const auto predictions = table(state.range(0), 100);
    for (auto _ : state)
        benchmark::DoNotOptimize(computeMetrics(predictions));
}
BENCHMARK(metrics)->Arg(50'000)->Unit(benchmark::kMillisecond);

void intervals(benchmark::State& state)
{
    const auto predictions = table(state.range(0), 18);
    for (auto _ : state)
        benchmark::DoNotOptimize(bootstrapIntervals(predictions, {}));
}
BENCHMARK(intervals)->Arg(500)->Arg(5'000)->Unit(benchmark::kMillisecond);

} // namespace
