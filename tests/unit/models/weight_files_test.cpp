// The readers of weight files, on the small files that tests/golden/models/make_weight_files.py makes.

#include "core/base/atomic_file.h"
#include "core/models/detail/state_dict.h"
#include "core/models/detail/tensors.h"
#include "core/models/files/open_weights.h"
#include "core/models/inspect.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;

const std::filesystem::path files = "tests/golden/models/files";

void expectTensor(const StateDict& state, const std::string& name, const torch::Tensor& expected)
{
    const auto* tensor = state.find(name);
    ASSERT_NE(tensor, nullptr) << name;
    EXPECT_EQ(tensor->scalar_type(), expected.scalar_type()) << name;
    EXPECT_TRUE(tensor->equal(expected)) << name << "\n" << *tensor;
}

Error refusalOf(const std::filesystem::path& path)
{
    const auto result = inspectWeights(path);
    EXPECT_FALSE(result) << path;
    EXPECT_THAT(result ? "" : result.error().context, HasSubstr(path.filename().string()));
    return result ? Error{} : result.error();
}

class SoundFile : public testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(SoundFile, HasTheTensorsThatPythonSaved)
{
    const auto state = readWeights(files / GetParam()).value();
    const auto base = torch::arange(24, torch::kFloat32) / 4 - 2;
    expectTensor(state, "body.weight", base.view({4, 6}));
    expectTensor(state, "body.transposed", base.view({4, 6}).t());
    expectTensor(state, "body.part", base.slice(0, 5, 9));
    expectTensor(state, "empty", torch::empty({0, 3}));
    if (std::string(GetParam()) == "tar.pth")
        return; // made of float32 alone
    expectTensor(state, "half", torch::tensor({0.5, -1.5, 65504.0}, torch::kFloat16));
    expectTensor(state, "brain", torch::tensor({0.5, -1.5, 3e38}, torch::kBFloat16));
    expectTensor(state, "double", torch::tensor({1e-300, 2.0}, torch::kFloat64).view({2, 1}));
    if (std::string(GetParam()) == "zip_parameters.pth")
        return; // only floating-point tensors can be parameters
    expectTensor(state, "count", torch::tensor(7, torch::kInt64));
    expectTensor(state, "bytes", torch::tensor({0, 255, 3}, torch::kUInt8));
    expectTensor(state, "flags", torch::tensor({true, false}));
    EXPECT_EQ(state.tensors.size(), 10u);
    EXPECT_EQ(state.tensors.front().first, "body.weight");
}

INSTANTIATE_TEST_SUITE_P(WeightFiles, SoundFile,
                         testing::Values("zip.pth", "zip_protocol4.pth", "zip_nested.pth",
                                         "zip_parameters.pth", "legacy.pth", "legacy_nested.pth", "tar.pth"));

TEST(WeightFiles, SayWhatTheyAre)
{
    const auto nested = inspectWeights(files / "zip_nested.pth").value();
    EXPECT_EQ(nested.kind, "PyTorch (zip)");
    EXPECT_THAT(nested.notes, ElementsAre("the weights lay under \"state_dict\"",
                                          "the prefix \"module.\" was taken off every name"));
    EXPECT_EQ(nested.tensors[1].name, "body.transposed");
    EXPECT_EQ(nested.tensors[1].dtype, "F32");
    EXPECT_THAT(nested.tensors[1].shape, ElementsAre(6, 4));
    EXPECT_FALSE(nested.identified);
    EXPECT_EQ(inspectWeights(files / "legacy_nested.pth")->notes[0],
              "the weights lay under \"model.state_dict\"");
    EXPECT_EQ(inspectWeights(files / "legacy.pth")->kind, "PyTorch (before 1.6)");
    EXPECT_EQ(inspectWeights(files / "tar.pth")->kind, "PyTorch (before 0.1.12)");
}

TEST(WeightFiles, RefuseWhatWouldRunOrCannotBeRead)
{
    for (const auto* name : {"refused_os_system.pth", "refused_os_system_legacy.pth"}) {
        const auto evil = refusalOf(files / name);
        EXPECT_EQ(evil.code, ErrorCode::Unsupported);
        EXPECT_THAT(evil.message,
                    testing::AllOf(HasSubstr("posix.system"), HasSubstr("nothing of it was run")));
    }
    EXPECT_FALSE(std::filesystem::exists("/tmp/nakama-was-here"));
    EXPECT_THAT(refusalOf(files / "refused_whole_module.pth").message,
                HasSubstr("torch.nn.modules.linear.Linear"));
    EXPECT_THAT(refusalOf(files / "refused_no_tensors.pth").message, HasSubstr("it holds epoch, best"));
    EXPECT_THAT(refusalOf(files / "refused_torchscript.pt").message, HasSubstr("TorchScript"));
    EXPECT_THAT(refusalOf(files / "refused_compressed.pth").message, HasSubstr("compressed"));
    EXPECT_THAT(refusalOf(files / "refused_two_pickles.pth").message, HasSubstr("two data.pkl"));
}

TEST(WeightFiles, OtherFilesAreNamedForWhatTheyAre)
{
    const test::TemporaryFolder folder;
    const auto refusal = [&](const std::string& content) {
        const auto path = folder / "file.pth";
        EXPECT_TRUE(writeFileAtomically(path, content));
        return refusalOf(path).message;
    };
    EXPECT_THAT(refusal("version https://git-lfs.github.com/spec/v1\noid sha256:00\n"),
                HasSubstr("git lfs pull"));
    EXPECT_THAT(refusal("<!DOCTYPE html><html>"), HasSubstr("web page"));
    EXPECT_THAT(refusal("/home/me/resnet50.pth"), HasSubstr("starts with \"/home/me/resnet50.pth\""));
    EXPECT_THAT(refusal("\x89HDF\r\n\x1a\n0000"), HasSubstr("Keras"));
    EXPECT_THAT(refusal(std::string("\x7f\x45\x4c\x46\x02\x00\x00", 7)), HasSubstr("no weight file"));
    EXPECT_THAT(refusal(""), HasSubstr("empty"));
    EXPECT_THAT(refusal("PK\x05\x06" + std::string(18, '\0')), HasSubstr("no data.pkl"));
}

TEST(WeightFiles, OneThatIsCutShortWhileItIsReadIsAnError)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"w", torch::ones({100'000})}};
    ASSERT_TRUE(writeSafetensors(state, folder / "f"));
    const auto file = openWeights(folder / "f").value();
    EXPECT_TRUE(toTensor(file, file.tensors[0], "f"));
    std::filesystem::resize_file(folder / "f", 8192);
    const auto cut = toTensor(file, file.tensors[0], "f");
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::Io);
}

TEST(WeightFiles, RealOnesAreReadIdentifiedOrRefused)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared folder with real weights is not there";
    const auto weights = *shared / "data/weights";
    const auto squeezenet = inspectWeights(weights / "squeezenet1_1_imagenet_from_ncnn.pth").value();
    EXPECT_EQ(squeezenet.tensors.size(), 52u);
    EXPECT_EQ(squeezenet.identified->model, "squeezenet1_1");
    EXPECT_EQ(squeezenet.identified->text, "a SqueezeNet 1.1 for 1000 classes");

    const auto cifar = inspectWeights(weights / "cifar10_resnet/resnet20-12fca82f.th").value();
    EXPECT_EQ(cifar.identified->text, "a CIFAR ResNet-20 (for pictures of 32 × 32 px) for 10 classes");
    EXPECT_EQ(cifar.identified->model, "");
    EXPECT_EQ(inspectWeights(weights / "cifar10_resnet/resnet32-d509ac18.th")->identified->classes, 10);

    EXPECT_THAT(refusalOf(weights / "broken/resnet18-5c106cde.truncated_1MiB.pth").message,
                HasSubstr("not downloaded whole"));
    EXPECT_THAT(refusalOf(weights / "broken/model_v16.git-lfs-pointer.pth").message, HasSubstr("Git LFS"));
    EXPECT_THAT(refusalOf(weights / "broken/resnet50-19c8e357.git-symlink-text.pth").message,
                HasSubstr("text file"));
}

TEST(HuggingFaceFolder, ReadsShardsByTheirIndex)
{
    const test::TemporaryFolder folder;
    StateDict first;
    first.tensors = {{"model.a", torch::ones({2})}, {"model.b", torch::zeros({3})}};
    StateDict second;
    second.tensors = {{"model.c", torch::full({1}, 5)}};
    ASSERT_TRUE(writeSafetensors(first, folder / "one.safetensors"));
    ASSERT_TRUE(writeSafetensors(second, folder / "two.safetensors"));
    const auto writeIndex = [&](const nlohmann::json& map) {
        ASSERT_TRUE(writeFileAtomically(folder / "model.safetensors.index.json",
                                        nlohmann::json{{"weight_map", map}}.dump()));
    };
    ASSERT_TRUE(writeFileAtomically(folder / "config.json", "{}"));

    writeIndex(
        {{"model.a", "one.safetensors"}, {"model.b", "one.safetensors"}, {"model.c", "two.safetensors"}});
    const auto state = readWeights(folder.path()).value();
    expectTensor(state, "a", torch::ones({2}));
    expectTensor(state, "c", torch::full({1}, 5));
    EXPECT_EQ(state.metadata.at("config.json"), "{}");
    EXPECT_EQ(inspectWeights(folder.path())->kind, "Hugging Face folder, safetensors");

    writeIndex({{"model.a", "one.safetensors"}, {"model.d", "two.safetensors"}});
    EXPECT_THAT(readWeights(folder.path()).error().message,
                HasSubstr("\"two.safetensors\" should hold \"model.d\""));
    writeIndex({{"model.a", "three.safetensors"}});
    EXPECT_EQ(readWeights(folder.path()).error().code, ErrorCode::NotFound);
    for (const auto* outside : {"../one.safetensors", "/etc/passwd", "", ".."}) {
        writeIndex({{"model.a", outside}});
        EXPECT_EQ(readWeights(folder.path()).error().code, ErrorCode::CorruptData) << outside;
    }
}

TEST(HuggingFaceFolder, WithoutWeightsSaysSo)
{
    const test::TemporaryFolder folder;
    EXPECT_THAT(readWeights(folder.path()).error().message, HasSubstr("no model.safetensors"));
    std::filesystem::copy_file(files / "zip.pth", folder / "pytorch_model.bin");
    EXPECT_EQ(readWeights(folder.path())->tensors.size(), 10u);
}

} // namespace nakama
