#include "core/imaging/decode.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

using test::cli;
using test::cliJson;

TEST(Bench, PipelineCountsWhatItDidAndNamesWhatItLeftOut)
{
    test::TemporaryFolder folder;
    test::writeShapeFolders(folder / "in", {"Round", "Ball"}, {4, 3});
    std::ofstream(folder / "in" / "broken.jpg") << "not a picture";
    std::ofstream(folder / "in" / "notes.txt") << "no picture by name";
    for (const char* threads : {"1", "3"}) {
        const auto result =
            cliJson({"bench", "pipeline", (folder / "in").string(), "--size", "64", "--threads", threads});
        ASSERT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.json["images"], 7);
        ASSERT_EQ(result.json["failed"].size(), 1u);
        EXPECT_NE(result.json["failed"][0].get<std::string>().find("broken.jpg"), std::string::npos);
        EXPECT_NEAR(result.json["images_per_second"].get<double>() * result.json["seconds"].get<double>(), 7,
                    1e-6);
    }
}

TEST(Bench, PrepareWritesCopiesOfTheWishedSideEveryTime)
{
    test::TemporaryFolder folder;
    test::writeShapeFolders(folder / "in", {"Round"}, {3});
    for (int time = 0; time < 2; ++time) {
        const auto result = cliJson(
            {"bench", "prepare", (folder / "in").string(), (folder / "out").string(), "--side", "40"});
        ASSERT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.json["images"], 3);
    }
    int copies = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "out"))
        if (entry.is_regular_file()) {
            ++copies;
            const auto copy = decodeImageFile(entry.path());
            ASSERT_TRUE(copy);
            EXPECT_EQ(std::min(copy->cols, copy->rows), 40);
        }
    EXPECT_EQ(copies, 3);
}

TEST(Bench, AFolderWithoutPicturesIsAnError)
{
    test::TemporaryFolder folder;
    for (const auto& in : {folder / "missing", folder.path()}) {
        const auto result = cliJson({"bench", "pipeline", in.string()});
        EXPECT_EQ(result.exitCode, 1);
        EXPECT_EQ(result.json["error"]["code"], "not-found");
        EXPECT_EQ(result.json["error"]["context"], in.string());
    }
    EXPECT_EQ(cli({"bench"}).exitCode, 2);
    EXPECT_EQ(cli({"bench", "pipeline", folder.path().string(), "--threads", "0"}).exitCode, 2);
}

} // namespace nakama
