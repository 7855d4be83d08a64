#include "core/base/atomic_file.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

using test::cliJson;
using testing::HasSubstr;

TEST(ModelsInspect, ListsWhatAFileHolds)
{
    const auto result = cliJson({"models", "inspect", "tests/golden/models/files/zip_nested.pth"});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(result.json["kind"], "PyTorch (zip)");
    ASSERT_EQ(result.json["tensors"].size(), 10u);
    EXPECT_EQ(
        result.json["tensors"][1],
        (nlohmann::json{{"name", "body.transposed"}, {"dtype", "F32"}, {"shape", std::vector<int>{6, 4}}}));
    EXPECT_EQ(result.json["notes"].size(), 2u);
    EXPECT_TRUE(result.json["identified"].is_null());
}

TEST(ModelsInspect, RefusesInWordsAndRunsNothing)
{
    const auto evil = cliJson({"models", "inspect", "tests/golden/models/files/refused_os_system.pth"});
    EXPECT_EQ(evil.exitCode, 1);
    EXPECT_THAT(evil.err, HasSubstr("posix.system"));
    EXPECT_EQ(evil.json["error"]["code"], "unsupported");
    EXPECT_EQ(cliJson({"models", "inspect", "no such file"}).json["error"]["code"], "not-found");
    const auto strange =
        cliJson({"models", "inspect", "tests/golden/models/files/zip.pth", "--model", "resnet18"});
    EXPECT_EQ(strange.exitCode, 1);
    EXPECT_THAT(strange.err, HasSubstr("do not fit"));
}

TEST(ModelsForward, AsksRealWeightsAndReportsOnThem)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "the shared folder with real weights is not there";
    const test::TemporaryFolder folder;
    const auto weights = (*shared / "data/weights/squeezenet1_1_imagenet_from_ncnn.pth").string();
    const std::string input(std::size_t{3} * 224 * 224 * sizeof(float), '\0');
    ASSERT_TRUE(writeFileAtomically(folder / "zeros.f32", input));
    const std::vector<std::string> forward{"models",        "forward",   "--model",
                                           "squeezenet1_1", "--weights", weights};
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), forward.begin(), forward.end());
        return cliJson(more);
    };

    const auto whole = run({"--classes", "1000", "--input", (folder / "zeros.f32").string()});
    ASSERT_EQ(whole.exitCode, 0) << whole.err;
    EXPECT_EQ(whole.json["logits"].size(), 1000u);
    EXPECT_EQ(whole.json["report"]["replaced_head"], "");

    const auto few = run({"--classes", "18", "--input", (folder / "zeros.f32").string()});
    EXPECT_EQ(few.json["logits"].size(), 18u);
    EXPECT_THAT(few.json["report"]["replaced_head"].get<std::string>(), HasSubstr("1000 classes"));
    EXPECT_THAT(few.err, HasSubstr("the classifier is new"));

    ASSERT_TRUE(writeFileAtomically(folder / "short.f32", input.substr(4)));
    const auto cut = run({"--classes", "18", "--input", (folder / "short.f32").string()});
    EXPECT_EQ(cut.exitCode, 2);
    EXPECT_THAT(cut.err, HasSubstr("602112 bytes"));
    EXPECT_EQ(run({"--classes", "18"}).exitCode, 2);
}

} // namespace nakama
