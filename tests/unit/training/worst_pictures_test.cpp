#include "core/base/atomic_file.h"
#include "core/training/worst_pictures.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace nakama
{

namespace
{

PredictionTable someAnswers()
{
    PredictionTable table;
    table.classes = {"a", "b"};
    table.rows = {{"id0", "right.png", 0, {2, 0}},
                  {"id1", "wrong.png", 0, {0, 1}},
                  {"id2", "hopeless.png", 1, {2000, 0}},
                  {"id3", "nobody knows.png", -1, {0, 9}},
                  {"id4", "unsure.png", 1, {0, 0}}};
    return table;
}

} // namespace

TEST(WorstPictures, TheLargestLossComesFirst)
{
    const auto worst = worstPictures(someAnswers(), 3);
    ASSERT_EQ(worst.size(), 3u);
    EXPECT_EQ(worst[0].name, "hopeless.png");
    EXPECT_DOUBLE_EQ(worst[0].loss, 2000) << "not infinite, though its probability is 0";
    EXPECT_EQ(worst[0].labelProbability, 0);
    EXPECT_EQ(worst[1].id, "id1");
    EXPECT_EQ(worst[1].predicted, 1);
    EXPECT_NEAR(worst[1].loss, std::log1p(std::exp(1.0)), 1e-12);
    EXPECT_NEAR(worst[1].probability, 1 / (1 + std::exp(-1.0)), 1e-12);
    EXPECT_NEAR(worst[2].loss, std::log(2.0), 1e-12);
}

TEST(WorstPictures, PicturesWithoutALabelAreLeftOut)
{
    EXPECT_EQ(worstPictures(someAnswers(), 10).size(), 4u);
}

TEST(WorstPictures, ARunsListReadsBack)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeWorstPictures(folder.path(), {7, worstPictures(someAnswers(), 3)}));
    const auto read = readWorstPictures(folder.path());
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->epoch, 7);
    ASSERT_EQ(read->pictures.size(), 3u);
    EXPECT_EQ(read->pictures[1].name, "wrong.png");
    EXPECT_NEAR(read->pictures[1].loss, std::log1p(std::exp(1.0)), 1e-12);
}

TEST(WorstPictures, ATornListSaysSo)
{
    const test::TemporaryFolder folder;
    EXPECT_EQ(readWorstPictures(folder.path()).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(writeFileAtomically(folder / "worst.json", R"({"epoch": 7, "pic)"));
    EXPECT_EQ(readWorstPictures(folder.path()).error().code, ErrorCode::CorruptData);
}

} // namespace nakama
