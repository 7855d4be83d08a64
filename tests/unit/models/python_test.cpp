// Files exchanged with PyTorch itself, in both directions; skipped where Debian's Python or PyTorch is
// missing.

#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/imaging/preprocessing.h"
#include "core/models/detail/load_weights.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/models/peak_memory.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdlib>

namespace nakama
{

namespace
{

bool pythonHasTorch()
{
    static const bool has =
        std::system("/usr/bin/python3 -c 'import torch, torchvision' >/dev/null 2>&1") == 0;
    return has;
}

/** What a script of Debian's Python prints. */
nlohmann::json python(const std::string& arguments, const test::TemporaryFolder& folder)
{
    const auto out = folder / "printed";
    const auto command = fmt::format("/usr/bin/python3 -W ignore {} > '{}'", arguments, out.string());
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return nlohmann::json::parse(readTextFile(out).value(), nullptr, /*allow_exceptions=*/false);
}

torch::Tensor tensorOf(const nlohmann::json& row)
{
    return torch::tensor(row.get<std::vector<float>>());
}

void expectWithin(double relative, const torch::Tensor& ours, const torch::Tensor& theirs,
                  const std::string& what)
{
    EXPECT_LT((ours - theirs).norm().item<double>(), relative * theirs.norm().item<double>()) << what;
}

} // namespace

class SavedByUs : public testing::TestWithParam<const char*>
{
};

TEST_P(SavedByUs, GivesTheSameLogitsLossAndGradientsInPython)
{
    if (!pythonHasTorch())
        GTEST_SKIP() << "needs /usr/bin/python3 with torch and torchvision";
    torch::manual_seed(2);
    const test::TemporaryFolder folder;
    const std::string id = GetParam();
    constexpr std::int64_t size = 96;
    constexpr std::int64_t batch = 4;
    const auto model = makeBackbone(id, 7, 3).value();
    const auto pictures = torch::randn({batch, 3, size, size});
    {
        const torch::NoGradGuard noGrad;
        model->train();
        model->forward(torch::randn({batch, 3, size, size})); // moves the BatchNorm statistics
    }
    model->eval();
    ASSERT_TRUE(writeSafetensors(stateDictOf(*model), folder / "m.safetensors"));
    ASSERT_TRUE(writeFileAtomically(
        folder / "input.f32",
        std::span(static_cast<const std::byte*>(pictures.data_ptr()), pictures.nbytes())));
    const auto theirs =
        python(fmt::format("tests/golden/models/check_saved.py {} 7 '{}' '{}' {} '{}'", id,
                           (folder / "m.safetensors").string(), (folder / "input.f32").string(), size,
                           (folder / "g.safetensors").string()),
               folder);
    {
        const torch::NoGradGuard noGrad;
        const auto logits = model->forward(pictures);
        for (std::int64_t i = 0; i < batch; ++i)
            expectWithin(1e-3, logits[i], tensorOf(theirs["logits"][static_cast<std::size_t>(i)]), "logits");
    }
    for (const auto& module : model->modules())
        if (auto* norm = module->as<torch::nn::BatchNorm2d>())
            norm->train();
    const auto loss = torch::nn::functional::cross_entropy(model->forward(pictures), torch::arange(batch));
    loss.backward();
    EXPECT_NEAR(loss.item<double>(), theirs["loss"].get<double>(), 1e-3 * theirs["loss"].get<double>());

    const auto gradients = readSafetensors(folder / "g.safetensors").value();
    const auto parameters = model->named_parameters();
    ASSERT_EQ(gradients.tensors.size(), parameters.size());
    for (const auto& [name, gradient] : gradients.tensors)
        expectWithin(1e-3, parameters[name].grad(), gradient, name);
}

INSTANTIATE_TEST_SUITE_P(Python, SavedByUs,
                         testing::Values("resnet18", "resnet50", "squeezenet1_1", "efficientnet_v2_s",
                                         "beit_base_patch16_224"));

struct OracleCase
{
    const char* id;
    int seed;
};

class SavedByPython : public testing::TestWithParam<OracleCase>
{
};

TEST_P(SavedByPython, GivesItsLogitsFromAllThreeFileKinds)
{
    const auto shared = test::sharedFolder();
    if (!shared || !std::filesystem::exists(*shared / "oracle/backbones.py") || !pythonHasTorch())
        GTEST_SKIP() << "needs the shared oracle, and /usr/bin/python3 with torch and torchvision";
    const torch::NoGradGuard noGrad;
    const test::TemporaryFolder folder;
    const std::string id = GetParam().id;
    const auto spec = findModelSpec(id).value();
    cv::Mat drawing(430, 610, CV_8UC3, cv::Scalar(250, 240, 220));
    for (int i = 0; i < 30; ++i)
        cv::circle(drawing, {(i * 337) % 610, (i * 211) % 430}, 20 + 3 * i, {8.0 * i, 90, 255 - 7.0 * i}, 4,
                   cv::LINE_AA);
    ASSERT_TRUE(
        writeFileAtomically(folder / "picture.png", std::span<const std::byte>(encodePng(drawing).value())));
    python(fmt::format("'{}' '{}' --image '{}' --classes 5 --seed {} --arch {}",
                       (*shared / "oracle/backbones.py").string(), folder.path().string(),
                       (folder / "picture.png").string(), GetParam().seed, id),
           folder);
    const auto theirs = nlohmann::json::parse(readTextFile(folder / (id + ".json")).value());

    const auto side = spec.preprocessing.crop;
    auto pictures = torch::empty({2, 3, side, side});
    const auto input = readFile(folder / (id + ".input.f32")).value();
    ASSERT_EQ(input.size(), pictures[0].nbytes());
    std::memcpy(pictures[0].data_ptr(), input.data(), input.size());
    const auto shrunk = decodeShrunkFile(folder / "picture.png", spec.preprocessing.resize).value();
    normaliseInto(evaluationCrop(shrunk, spec.preprocessing), spec.preprocessing,
                  pictures[1].data_ptr<float>());

    const auto model = makeBackbone(id, 5, 1).value();
    model->eval();
    for (const auto* suffix : {".pth", ".legacy.pth", ".safetensors"}) {
        for (auto& [name, tensor] : stateDictOf(*model).tensors)
            tensor.zero_(); // nothing of the file before may help
        const auto path = folder / (id + suffix);
        const test::PeakMemory memory;
        const auto report = loadWeights(*model, spec, path);
        const auto rise = static_cast<double>(memory.riseBytes());
        ASSERT_TRUE(report) << report.error().text();
        EXPECT_TRUE(report->missing.empty() && report->leftOver.empty() && report->replacedHead.empty());
        // Beside the model, which is as large as the file. A few megabytes come from LibTorch's first copy.
        EXPECT_LT(rise, 0.3 * static_cast<double>(std::filesystem::file_size(path)) + 4e6) << suffix;
        const auto logits = model->forward(pictures);
        expectWithin(1e-3, logits[0], tensorOf(theirs["input_logits"]), id + suffix);
        expectWithin(1e-3, logits[1], tensorOf(theirs["image_logits"]), id + suffix + ", picture");
        std::filesystem::remove(path); // BEiT's three have a gigabyte
    }
}

INSTANTIATE_TEST_SUITE_P(Python, SavedByPython,
                         testing::Values(OracleCase{"squeezenet1_1", 7}, OracleCase{"squeezenet1_1", 8},
                                         OracleCase{"resnet50", 7}, OracleCase{"resnet50", 8},
                                         OracleCase{"efficientnet_v2_s", 7},
                                         OracleCase{"beit_base_patch16_224", 7}),
                         [](const auto& test) {
                             return fmt::format("{}_{}", test.param.id, test.param.seed);
                         });

} // namespace nakama
