#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/imaging/prepared_store.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

const ResizeRule rule{ResizeRule::Kind::ShorterSide, 32};

class PreparedStoreTest : public testing::Test
{
protected:
    PictureFile add(const std::string& name, const test::FileBytes& bytes)
    {
        EXPECT_TRUE(writeFileAtomically(m_folder / name, bytes));
        return {m_folder / name, sha256(bytes)};
    }

    std::vector<PictureFile> addPictures(int count)
    {
        std::vector<PictureFile> pictures;
        for (int i = 0; i < count; ++i)
            pictures.push_back(add(std::to_string(i) + ".png",
                                   test::pngFile(test::pattern(50 + i, 60), test::PngKind::Rgb)));
        return pictures;
    }

    PreparedStore store() const { return {m_folder / "prepared", rule}; }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(PreparedStoreTest, LoadEqualsShrinkWithAndWithoutTheCache)
{
    const auto picture = addPictures(1).front();
    const cv::Mat expected = shrink(test::pattern(50, 60), rule);
    EXPECT_FALSE(store().has(picture.sha256));
    const auto first = store().load(picture);
    ASSERT_TRUE(first);
    EXPECT_TRUE(store().has(picture.sha256));
    std::filesystem::remove(picture.path); // the second comes from the cache
    const auto second = store().load(picture);
    ASSERT_TRUE(second);
    EXPECT_EQ(test::largestDifference(*first, expected), 0);
    EXPECT_EQ(test::largestDifference(*second, expected), 0);
    EXPECT_EQ(store().pathOf(picture.sha256),
              m_folder / "prepared" / "shorter-32" / picture.sha256.substr(0, 2) / (picture.sha256 + ".png"));
}

TEST_F(PreparedStoreTest, ADamagedCacheFileIsMadeAgain)
{
    const auto picture = addPictures(1).front();
    ASSERT_TRUE(store().prepare(picture));
    std::ofstream(store().pathOf(picture.sha256), std::ios::trunc) << "not a picture";
    const auto loaded = store().load(picture);
    ASSERT_TRUE(loaded);
    std::filesystem::remove(picture.path);
    EXPECT_TRUE(store().load(picture)) << "the cache was not mended";
}

TEST_F(PreparedStoreTest, ACacheThatCannotBeWrittenCostsNoPicture)
{
    const auto picture = addPictures(1).front();
    std::ofstream(m_folder / "prepared") << "a file where the folder should be";
    EXPECT_TRUE(store().load(picture));
    EXPECT_FALSE(store().prepare(picture));
}

TEST_F(PreparedStoreTest, JobPreparesOnceAndThenReuses)
{
    const auto pictures = addPictures(20);
    std::vector<std::int64_t> seen;
    JobContext context({}, [&](const Progress& progress) { seen.push_back(progress.done); });
    PrepareJob job(store(), pictures, 3);
    EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.result().prepared, 20);
    EXPECT_EQ(job.result().reused, 0);
    EXPECT_EQ(seen.size(), 21u);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    for (const auto& picture : pictures)
        EXPECT_TRUE(store().has(picture.sha256));

    std::filesystem::remove(store().pathOf(pictures[4].sha256));
    PrepareJob again(store(), pictures, 2);
    EXPECT_EQ(runJob(again, context).state, JobState::Succeeded);
    EXPECT_EQ(again.result().prepared, 1);
    EXPECT_EQ(again.result().reused, 19);
}

TEST_F(PreparedStoreTest, BadPicturesAreListedAndTheRestIsDone)
{
    auto pictures = addPictures(5);
    pictures.push_back(add("note.png", {std::byte{'h'}, std::byte{'i'}}));
    pictures.push_back({m_folder / "gone.png", std::string(64, 'a')});
    JobContext context;
    PrepareJob job(store(), pictures, 2);
    EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.result().prepared, 5);
    ASSERT_EQ(job.result().failed.size(), 2u);
    EXPECT_EQ(job.result().failed[0].path, m_folder / "gone.png");
    EXPECT_NE(job.result().failed[1].reason.find("text"), std::string::npos) << job.result().failed[1].reason;
}

TEST_F(PreparedStoreTest, JobStopsWhenCancelledAndGoesOnLater)
{
    const auto pictures = addPictures(30);
    CancelToken token;
    JobContext context(token, [&](const Progress& progress) {
        if (progress.done == 5)
            token.request();
    });
    PrepareJob job(store(), pictures, 2);
    EXPECT_EQ(runJob(job, context).state, JobState::Cancelled);
    EXPECT_GE(job.result().prepared, 5);
    EXPECT_LT(job.result().prepared, 30);

    JobContext fresh;
    PrepareJob rest(store(), pictures, 2);
    EXPECT_EQ(runJob(rest, fresh).state, JobState::Succeeded);
    EXPECT_EQ(rest.result().prepared + rest.result().reused, 30);
    EXPECT_EQ(rest.result().reused, job.result().prepared);
}

TEST_F(PreparedStoreTest, JobFailsWhereTheCacheCannotBeWritten)
{
    std::ofstream(m_folder / "prepared") << "a file where the folder should be";
    JobContext context;
    PrepareJob job(store(), addPictures(3), 2);
    const auto outcome = runJob(job, context);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_NE(outcome.error.text().find("prepared"), std::string::npos) << outcome.error.text();
}

TEST_F(PreparedStoreTest, LeftoversOfAKilledRunAreRemoved)
{
    const auto picture = addPictures(1).front();
    const auto folder = store().pathOf(picture.sha256).parent_path();
    std::filesystem::create_directories(folder);
    const auto leftover = folder / (".x.png.nakama-tmp-1-1");
    std::ofstream(leftover) << "half";
    JobContext context;
    PrepareJob job(store(), {picture}, 1);
    EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_FALSE(std::filesystem::exists(leftover));
}

} // namespace nakama
