// A training step of 16 pictures, forward to Adam, against the same in PyTorch from Python with the same
// weights, by turns in one run: the first steps, so that both see the same. Needs /usr/bin/python3 with torch
// and torchvision.
//   bench_training [ROUNDS]

#include "core/base/atomic_file.h"
#include "core/models/detail/state_dict.h"
#include "core/models/model_spec.h"
#include "core/training/detail/compute_on.h"
#include "core/training/detail/keep_freed_memory.h"
#include "core/training/detail/learner.h"
#include "tests/support/temporary_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <thread>

using namespace nakama;

namespace
{

constexpr int classes = 18;
constexpr int pictures = 16;
constexpr int steps = 4; ///< a turn; the first one makes the kernels and is not counted

/** What the steps of all turns took; the median counts. */
struct Times
{
    std::vector<double> seconds;
    std::vector<double> cpuSeconds;
    std::vector<double> losses; ///< of the last turn

    static double median(std::vector<double> values)
    {
        if (values.empty())
            return 0;
        std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
        return values[values.size() / 2];
    }
};

struct Case
{
    std::string model;
    FreezeMode freeze;
    MemoryLayout layout;
};

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Batch batchOf(const torch::Tensor& values)
{
    Batch batch;
    batch.inputs.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    batch.positions.resize(pictures);
    batch.labels.resize(pictures);
    for (int i = 0; i < pictures; ++i)
        batch.labels[static_cast<std::size_t>(i)] = i % classes;
    return batch;
}

void runOurs(const Case& what, const TrainingConfig& config, const std::string& headKey, const Batch& batch,
             Times& times)
{
    const KeepFreedMemory keep; // as the trainer has it
    Learner learner(makeBackbone(what.model, classes, 1).value(), config, headKey, ChosenDevice{},
                    std::vector<double>(classes, 1));
    learner.startEpoch({1, 0});
    times.losses.clear();
    for (int step = 0; step < steps; ++step) {
        const auto start = std::chrono::steady_clock::now();
        const double cpu = processorSeconds();
        times.losses.push_back(learner.learn(batch, 1e-3, {1, step}).value());
        if (step == 0)
            continue;
        times.seconds.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        times.cpuSeconds.push_back(processorSeconds() - cpu);
    }
}

/** One turn of the peer; whether it ran. */
bool runPeer(const Case& what, int side, const test::TemporaryFolder& folder, Times& times)
{
    const auto command = fmt::format(
        "/usr/bin/python3 -W ignore {}/tests/bench/training_peer.py {} {} '{}' '{}' {} {} {} {} > '{}'",
        NAKAMA_SOURCE_DIR, what.model, classes, (folder / "w").string(), (folder / "input").string(), side,
        steps, std::thread::hardware_concurrency(), what.freeze == FreezeMode::Body ? "head" : "whole",
        (folder / "out").string());
    if (std::system(command.c_str()) != 0)
        return false;
    const auto answer = nlohmann::json::parse(readTextFile(folder / "out").value());
    times.losses = answer["losses"].get<std::vector<double>>();
    for (std::size_t step = 1; step < steps; ++step) {
        times.seconds.push_back(answer["seconds"][step]);
        times.cpuSeconds.push_back(answer["cpu_seconds"][step]);
    }
    return true;
}

void benchmark(const Case& what, int rounds)
{
    const test::TemporaryFolder folder;
    const auto spec = findModelSpec(what.model).value();
    TrainingConfig config;
    config.model = what.model;
    config.preprocessing = spec.preprocessing;
    config.freeze = what.freeze;
    config.compute = {Precision::Fp32, what.layout};
    const int side = spec.preprocessing.crop;
    torch::manual_seed(1);
    const auto values = torch::randn({pictures, 3, side, side});
    const auto saved =
        writeSafetensors(stateDictOf(*makeBackbone(what.model, classes, 1).value()), folder / "w");
    const auto written = writeFileAtomically(
        folder / "input", std::span(static_cast<const std::byte*>(values.data_ptr()), values.nbytes()));
    if (!saved || !written) {
        fmt::print(stderr, "{}\n", (saved ? written : saved).error().text());
        return;
    }
    const auto batch = batchOf(values);
    Times ours;
    Times theirs;
    for (int round = 0; round < rounds; ++round) {
        runOurs(what, config, spec.headKey, batch, ours);
        runPeer(what, side, folder, theirs);
    }
    const auto name = fmt::format("{}{}{}", what.model, what.freeze == FreezeMode::Body ? ", head" : "",
                                  what.layout == MemoryLayout::ChannelsLast ? ", channels-last" : "");
    const double own = Times::median(ours.cpuSeconds);
    const double peer = Times::median(theirs.cpuSeconds);
    double difference = 0;
    for (std::size_t i = 0; i < theirs.losses.size(); ++i)
        difference = std::max(difference, std::abs(ours.losses[i] - theirs.losses[i]));
    fmt::print("{:<34} {:>8.2f} {:>8.2f} {:>7.2f} {:>8.2f} {:>8.2f} {:>9.1e}\n", name, own, peer, peer / own,
               Times::median(ours.seconds), Times::median(theirs.seconds), difference);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    useAllCores();
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 2;
    fmt::print("{:<34} {:>8} {:>8} {:>7} {:>8} {:>8} {:>9}\n", "seconds of processor, then clock", "Nakama",
               "Python", "ratio", "Nakama", "Python", "losses");
    for (const auto layout : {MemoryLayout::Planes, MemoryLayout::ChannelsLast})
        benchmark({"resnet50", FreezeMode::None, layout}, rounds);
    benchmark({"efficientnet_v2_s", FreezeMode::Body, MemoryLayout::Planes}, rounds);
}
