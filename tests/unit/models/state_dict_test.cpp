#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using testing::HasSubstr;

std::shared_ptr<Backbone> make(const std::string& id, int classes, std::uint64_t seed)
{
    return makeBackbone(id, classes, seed).value();
}

bool sameState(const torch::nn::Module& a, const torch::nn::Module& b)
{
    const auto left = stateDictOf(a);
    const auto right = stateDictOf(b);
    return std::ranges::all_of(left.tensors,
                               [&](const auto& item) { return item.second.equal(*right.find(item.first)); });
}

} // namespace

TEST(LoadStateDict, ASavedModelComesBackThroughAFile)
{
    const test::TemporaryFolder folder;
    auto saved = make("resnet18", 4, 1);
    saved->train();
    saved->forward(torch::randn({4, 3, 32, 32})); // moves the BatchNorm statistics
    ASSERT_TRUE(writeSafetensors(stateDictOf(*saved), folder / "m.safetensors"));

    auto loaded = make("resnet18", 4, 2);
    const auto report =
        loadStateDict(*loaded, readSafetensors(folder / "m.safetensors").value(), "fc").value();
    EXPECT_TRUE(sameState(*saved, *loaded));
    EXPECT_EQ(report.matched.size(), stateDictOf(*saved).tensors.size());
    EXPECT_TRUE(report.missing.empty());
    EXPECT_TRUE(report.leftOver.empty());
    EXPECT_EQ(report.replacedHead, "");
}

TEST(LoadStateDict, AnotherClassCountKeepsTheNewHead)
{
    auto target = make("resnet18", 4, 2);
    const auto headBefore = stateDictOf(*target).find("fc.weight")->clone();
    const auto source = make("resnet18", 1000, 1);
    const auto report = loadStateDict(*target, stateDictOf(*source), "fc").value();
    EXPECT_THAT(report.replacedHead, HasSubstr("1000 classes, this model's for 4"));
    EXPECT_THAT(report.shapesDiffer, testing::SizeIs(2));
    EXPECT_THAT(report.shapesDiffer[0], HasSubstr("fc.weight: file (1000,512), model (4,512)"));
    EXPECT_TRUE(stateDictOf(*target).find("fc.weight")->equal(headBefore));
    EXPECT_TRUE(stateDictOf(*target).find("conv1.weight")->equal(*stateDictOf(*source).find("conv1.weight")));
}

TEST(LoadStateDict, AFileWithoutHeadOrBatchCountersIsAccepted)
{
    auto source = stateDictOf(*make("resnet18", 4, 1));
    std::erase_if(source.tensors, [](const auto& item) {
        return item.first.starts_with("fc.") || item.first.ends_with("num_batches_tracked");
    });
    source.tensors.emplace_back("optimizer.step", torch::zeros({1}));
    auto target = make("resnet18", 4, 2);
    const auto report = loadStateDict(*target, source, "fc").value();
    EXPECT_EQ(report.replacedHead, "the file has no classifier");
    EXPECT_EQ(report.leftOver, std::vector<std::string>{"optimizer.step"});
    EXPECT_THAT(report.missing, testing::Contains("bn1.num_batches_tracked"));
}

TEST(LoadStateDict, OtherDtypesConvertToTheModels)
{
    auto source = stateDictOf(*make("resnet18", 4, 1));
    auto target = make("resnet18", 4, 2);
    for (auto& [key, tensor] : source.tensors)
        tensor = tensor.is_floating_point() ? tensor.to(torch::kFloat16) : tensor.to(torch::kInt32);
    ASSERT_TRUE(loadStateDict(*target, source, "fc"));
    EXPECT_EQ(stateDictOf(*target).find("conv1.weight")->scalar_type(), torch::kFloat32);
    EXPECT_TRUE(
        stateDictOf(*target).find("conv1.weight")->equal(source.find("conv1.weight")->to(torch::kFloat32)));
}

TEST(LoadStateDict, WrongWeightsAreRefusedAndNothingIsCopied)
{
    auto target = make("resnet34", 4, 2);
    const auto untouched = make("resnet34", 4, 2);
    const auto tooShallow = loadStateDict(*target, stateDictOf(*make("resnet18", 4, 1)), "fc");
    EXPECT_EQ(tooShallow.error().code, ErrorCode::CorruptData);
    EXPECT_THAT(tooShallow.error().message, HasSubstr("layer1.2.conv1.weight is missing"));

    auto odd = stateDictOf(*make("resnet34", 4, 1));
    odd.tensors[0].second = torch::zeros({64, 1, 7, 7});
    const auto wrongShape = loadStateDict(*target, odd, "fc");
    EXPECT_THAT(wrongShape.error().message, HasSubstr("conv1.weight: file (64,1,7,7), model (64,3,7,7)"));
    EXPECT_TRUE(sameState(*target, *untouched));
}

TEST(WriteSafetensors, RefusesTwoTensorsOfOneNameAndMissingFolders)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"w", torch::ones({1})}, {"w", torch::ones({1})}};
    EXPECT_EQ(writeSafetensors(state, folder / "a").error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(std::filesystem::exists(folder / "a"));
    state.tensors.pop_back();
    EXPECT_FALSE(writeSafetensors(state, folder / "no such folder" / "a"));
}

} // namespace nakama
