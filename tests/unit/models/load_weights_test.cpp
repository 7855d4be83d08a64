#include "core/models/detail/load_weights.h"
#include "core/models/detail/relative_positions.h"
#include "core/models/inspect.h"
#include "core/models/published_preprocessing.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/models/peak_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using testing::HasSubstr;

std::shared_ptr<Backbone> make(const std::string& id, int classes, std::uint64_t seed = 1)
{
    return makeBackbone(id, classes, seed).value();
}

} // namespace

TEST(Identify, KnowsEveryModelOfTheRegistry)
{
    for (const auto& spec : modelSpecs()) {
        if (spec.id.starts_with("beit_large"))
            continue; // 1.2 GB
        std::vector<TensorInfo> tensors;
        for (const auto& [name, tensor] : stateDictOf(*make(spec.id, 12)).tensors)
            tensors.push_back({name, "F32", tensor.sizes().vec()});
        const auto identified = identifyModel(tensors);
        ASSERT_TRUE(identified) << spec.id;
        EXPECT_EQ(identified->model, spec.id);
        EXPECT_THAT(identified->text, HasSubstr("for 12 classes"));

        std::erase_if(tensors,
                      [&](const auto& tensor) { return tensor.name.starts_with(spec.headKey + "."); });
        EXPECT_THAT(identifyModel(tensors)->text, HasSubstr("without classifier")) << spec.id;
    }
    EXPECT_FALSE(identifyModel({{"weight", "F32", {2, 2}}}));
}

TEST(LoadWeights, RefusesAnotherModelByName)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeSafetensors(stateDictOf(*make("resnet34", 1000)), folder / "w.safetensors"));
    auto model = make("resnet18", 4);
    const auto error = loadWeights(*model, *findModelSpec("resnet18"), folder / "w.safetensors").error();
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.message,
                HasSubstr("a ResNet-34 for 1000 classes, not ResNet-18; choose the model \"resnet34\""));
    EXPECT_THAT(error.context, HasSubstr("w.safetensors"));
}

TEST(LoadWeights, KeepsLittleMoreInMemoryThanTheModel)
{
    const test::TemporaryFolder folder;
    const auto path = folder / "w.safetensors";
    ASSERT_TRUE(writeSafetensors(stateDictOf(*make("resnet50", 1000)), path));
    auto model = make("resnet50", 1000, 2);
    const test::PeakMemory memory;
    ASSERT_TRUE(loadWeights(*model, *findModelSpec("resnet50"), path));
    // The model itself is as large as the file; with it, at most 1.3 times the file.
    EXPECT_LT(static_cast<double>(memory.riseBytes()),
              0.3 * static_cast<double>(std::filesystem::file_size(path)));
}

TEST(LoadWeights, RealWeightsGetANewHead)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared folder with real weights is not there";
    const auto path = *shared / "data/weights/squeezenet1_1_imagenet_from_ncnn.pth";
    auto model = make("squeezenet1_1", 18);
    const auto report = loadWeights(*model, *findModelSpec("squeezenet1_1"), path).value();
    EXPECT_EQ(report.matched.size(), 50u);
    EXPECT_THAT(report.replacedHead, HasSubstr("for 1000 classes, this model's for 18"));
    EXPECT_TRUE(report.leftOver.empty());

    auto whole = make("squeezenet1_1", 1000);
    EXPECT_EQ(loadWeights(*whole, *findModelSpec("squeezenet1_1"), path)->replacedHead, "");

    auto resnet = make("resnet18", 10);
    EXPECT_THAT(loadWeights(*resnet, *findModelSpec("resnet18"),
                            *shared / "data/weights/cifar10_resnet/resnet20-12fca82f.th")
                    .error()
                    .message,
                HasSubstr("a CIFAR ResNet-20"));
}

TEST(LoadWeights, BeitOfAnotherInputSizeIsInterpolated)
{
    const test::TemporaryFolder folder;
    const std::string table =
        "beit.encoder.layer.3.attention.attention.relative_position_bias.relative_position_bias_table";
    const auto state = stateDictOf(*make("beit_base_patch16_224", 3));
    {
        const torch::NoGradGuard noGrad;
        auto values = *state.find(table);
        values.copy_(torch::arange(27 * 27 + 3).unsqueeze(1).expand({-1, 12}));
    }
    ASSERT_TRUE(writeSafetensors(state, folder / "w.safetensors"));

    auto larger = make("beit_base_patch16_384", 3);
    const auto report =
        loadWeights(*larger, *findModelSpec("beit_base_patch16_384"), folder / "w.safetensors").value();
    EXPECT_THAT(report.notes, testing::ElementsAre(HasSubstr("from 14 × 14 to 24 × 24")));
    const auto loaded = *stateDictOf(*larger).find(table);
    EXPECT_EQ(loaded.sizes(), torch::IntArrayRef({47 * 47 + 3, 12}));
    // The middle offset (0, 0), the corners and the class token's rows keep their values.
    EXPECT_FLOAT_EQ(loaded[47 * 23 + 23][0].item<float>(), 27 * 13 + 13);
    EXPECT_FLOAT_EQ(loaded[0][5].item<float>(), 0);
    EXPECT_FLOAT_EQ(loaded[47 * 47 + 2][0].item<float>(), 27 * 27 + 2);
    EXPECT_TRUE(stateDictOf(*larger).find("classifier.weight")->equal(*state.find("classifier.weight")));
}

TEST(Beit, RelativePositionsAreCountedRowByRow)
{
    const auto index = relativePositionIndex({14, 14});
    EXPECT_EQ(index.sizes(), torch::IntArrayRef({197, 197}));
    const auto at = [&](int i, int j) { return index[i][j].item<std::int64_t>(); };
    EXPECT_EQ(at(0, 5), 729);
    EXPECT_EQ(at(5, 0), 730);
    EXPECT_EQ(at(0, 0), 731);
    EXPECT_EQ(at(1, 1), 13 * 27 + 13);
    EXPECT_EQ(at(1, 2), 13 * 27 + 12);  // one column to the left
    EXPECT_EQ(at(15, 1), 14 * 27 + 13); // one row below
}

TEST(PublishedPreprocessing, ReadsOldAndNewConfigs)
{
    const Preprocessing fallback = findModelSpec("beit_base_patch16_224")->preprocessing;
    const auto old = preprocessingFromHuggingFace(
        R"({"do_center_crop":false,"do_normalize":true,"do_resize":true,"image_mean":[0.5,0.5,0.5],)"
        R"("image_std":[0.5,0.5,0.5],"resample":2,"size":224,"crop_size":224})",
        fallback);
    EXPECT_EQ(old.value(), fallback);

    const auto modern = preprocessingFromHuggingFace(
        R"({"do_center_crop":true,"crop_size":{"height":224,"width":224},"size":{"shortest_edge":256},)"
        R"("image_mean":[0.485,0.456,0.406],"image_std":[0.229,0.224,0.225]})",
        fallback);
    EXPECT_EQ(modern.value(), findModelSpec("resnet18")->preprocessing);

    EXPECT_EQ(preprocessingFromHuggingFace(R"({"size":{"height":224,"width":192}})", fallback).error().code,
              ErrorCode::Unsupported);
    for (const auto* wrong : {"", "[]", R"({"size":"big"})", R"({"size":0})", R"({"image_std":[0,0,0]})",
                              R"({"image_mean":[1]})", R"({"size":{"height":1e99}})"})
        EXPECT_EQ(preprocessingFromHuggingFace(wrong, fallback).error().code, ErrorCode::CorruptData)
            << wrong;
}

} // namespace nakama
