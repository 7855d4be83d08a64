// Batch-16 forward of each backbone in its form for inference, against the same network with the same weights
// in PyTorch from Python, by turns in one run. Needs /usr/bin/python3 with torch and torchvision.
//   bench_inference [ROUNDS] [MODEL…]

#include "core/base/atomic_file.h"
#include "core/models/detail/inference_form.h"
#include "core/models/detail/state_dict.h"
#include "core/models/model_spec.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

using namespace nakama;

namespace
{

constexpr int classes = 18;
constexpr std::int64_t batch = 16;
constexpr int repeats = 2; ///< forwards a turn; the fastest of all turns counts

double secondsOfForward(Backbone& model, const torch::Tensor& pictures)
{
    const auto start = std::chrono::steady_clock::now();
    model.forward(pictures);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/** One turn of the peer; an empty object where it cannot run. */
nlohmann::json runPeer(const std::string& id, int side, const test::TemporaryFolder& folder)
{
    const auto shared = test::sharedFolder();
    const auto backbones = shared ? (*shared / "oracle/backbones.py").string() : std::string();
    const auto command = fmt::format(
        "/usr/bin/python3 -W ignore {}/tests/bench/inference_peer.py {} {} '{}' '{}' {} {} {} '{}' > '{}'",
        NAKAMA_SOURCE_DIR, id, classes, (folder / "w").string(), (folder / "input").string(), side, repeats,
        std::thread::hardware_concurrency(), backbones, (folder / "out").string());
    if (std::system(command.c_str()) != 0)
        return {};
    return nlohmann::json::parse(readTextFile(folder / "out").value());
}

void benchmark(const std::string& id, int rounds)
{
    const torch::InferenceMode guard;
    const test::TemporaryFolder folder;
    const auto spec = findModelSpec(id).value();
    const auto model = makeBackbone(id, classes, 1).value();
    model->eval();
    const auto pictures = torch::randn({batch, 3, spec.preprocessing.crop, spec.preprocessing.crop});
    const auto saved = writeSafetensors(stateDictOf(*model), folder / "w");
    const auto written = writeFileAtomically(
        folder / "input", std::span(static_cast<const std::byte*>(pictures.data_ptr()), pictures.nbytes()));
    if (!saved || !written) {
        fmt::print(stderr, "{}\n", (saved ? written : saved).error().text());
        return;
    }

    const InferenceForm form(model);
    double ours = 1e9;
    double alone = 1e9; // a picture on its own, as the window asks
    double theirs = 1e9;
    double difference = 0;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < repeats; ++i)
            ours = std::min(ours, secondsOfForward(*model, pictures));
        for (int i = 0; i < repeats; ++i)
            alone = std::min(alone, secondsOfForward(*model, pictures.narrow(0, 0, 1)));
        const auto peer = runPeer(id, spec.preprocessing.crop, folder);
        if (peer.empty())
            continue;
        for (const double seconds : peer["seconds"])
            theirs = std::min(theirs, seconds);
        const auto expected = torch::tensor(peer["logits"].get<std::vector<float>>()).view({batch, classes});
        difference =
            ((model->forward(pictures) - expected).abs().max() / expected.abs().max()).item<double>();
    }
    if (theirs < 1e9)
        fmt::print("{:<24} {:>9.3f} {:>11.3f} {:>9.3f} {:>7.2f} {:>11.1e}\n", id, ours, alone, theirs,
                   theirs / ours, difference);
    else
        fmt::print("{:<24} {:>9.3f} {:>11.3f}   (Python could not run it)\n", id, ours, alone);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    at::set_num_threads(static_cast<int>(std::thread::hardware_concurrency()));
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 2;
    std::vector<std::string> models(argv + std::min(argc, 2), argv + argc);
    if (models.empty())
        models = {"resnet50", "efficientnet_v2_s", "beit_base_patch16_224"};
    fmt::print("{:<24} {:>9} {:>11} {:>9} {:>7} {:>11}\n", "batch 16, seconds", "Nakama", "one picture",
               "Python", "ratio", "difference");
    for (const auto& id : models)
        benchmark(id, rounds);
}
