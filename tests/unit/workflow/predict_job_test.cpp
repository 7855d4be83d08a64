#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/workflow/predict_job.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/workflow/fake_engine.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::filesystem::path writePlain(const std::filesystem::path& path, const cv::Scalar& colour)
{
    const auto png = encodePng(cv::Mat(8, 8, CV_8UC3, colour)).value();
    EXPECT_TRUE(writeFileAtomically(path, png));
    return path;
}

} // namespace

TEST(PredictJob, AnswersForFilesAndFoldersAndNamesWhatItCannotRead)
{
    test::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "more");
    const auto red = writePlain(folder / "red.png", {200, 0, 0});
    const auto blue = writePlain(folder / "more" / "blue.png", {0, 0, 200});
    ASSERT_TRUE(writeFileAtomically(folder / "more" / "text.png", "no picture"));

    test::FakeEngine engine;
    PredictJob job(engine, "unused", {red, folder / "more"}, 5);
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    ASSERT_EQ(job.predictions().size(), 2u);
    EXPECT_EQ(job.predictions()[0].verdict, "Red");
    EXPECT_EQ(job.predictions()[1].file, blue);
    EXPECT_EQ(job.predictions()[1].verdict, "Other");
    EXPECT_EQ(job.predictions()[1].top.size(), 2u) << "no more classes than there are";
    ASSERT_EQ(job.skipped().size(), 1u);
    EXPECT_EQ(job.skipped()[0].file.filename(), "text.png");
}

TEST(PredictJob, FailsOnlyWhenNothingCouldBeRead)
{
    test::TemporaryFolder folder;
    test::FakeEngine engine;
    PredictJob none(engine, "unused", {folder.path()}, 5);
    JobContext context;
    EXPECT_EQ(runJob(none, context).error.code, ErrorCode::InvalidArgument);
    PredictJob missing(engine, "unused", {folder / "x.png"}, 5);
    EXPECT_EQ(runJob(missing, context).state, JobState::Failed);
}

TEST(PredictJob, Cancels)
{
    test::TemporaryFolder folder;
    const auto red = writePlain(folder / "red.png", {200, 0, 0});
    test::FakeEngine engine;
    PredictJob job(engine, "unused", {red}, 5);
    CancelToken token;
    token.request();
    JobContext context(token);
    EXPECT_EQ(runJob(job, context).state, JobState::Cancelled);
}

} // namespace nakama
