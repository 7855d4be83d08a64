#include "core/base/atomic_file.h"
#include "core/imaging/decode.h"
#include "core/sample/painter.h"
#include "core/sample/sample_job.h"
#include "core/workspace/catalogue.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace nakama
{

namespace
{

JobOutcome runIn(const std::filesystem::path& folder, JobContext context = JobContext())
{
    SampleJob job(folder);
    return runJob(job, context);
}

WorkspaceCounts countsOf(const std::filesystem::path& folder)
{
    const auto workspace = Workspace::open(folder, Access::ReadOnly);
    return workspace->catalogue()->counts().value();
}

} // namespace

TEST(SampleJob, IsCompletedAfterACancelAndThenLeftAsItIs)
{
    test::TemporaryFolder temporary;
    const auto folder = temporary / "sample";

    CancelToken token;
    const auto cancelled = runIn(folder, JobContext(token, [&](const Progress& progress) {
                                     EXPECT_EQ(progress.total, 1050);
                                     if (progress.done >= 128)
                                         token.request();
                                 }));
    ASSERT_EQ(cancelled.state, JobState::Cancelled);
    const auto partly = countsOf(folder).images;
    EXPECT_GE(partly, 128);
    EXPECT_LT(partly, 400);

    {
        SampleJob job(folder); // holds the workspace's write lock until it is gone
        std::int64_t firstDone = -1;
        std::int64_t lastDone = 0;
        JobContext context({}, [&](const Progress& progress) {
            firstDone = firstDone < 0 ? progress.done : firstDone;
            lastDone = progress.done;
        });
        const auto outcome = runJob(job, context);
        ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
        EXPECT_EQ(firstDone, partly);
        EXPECT_EQ(lastDone, 1050);
        ASSERT_TRUE(job.workspace());
        EXPECT_TRUE(job.workspace()->isSample());

        const auto catalogue = job.workspace()->catalogue().value();
        const auto counts = catalogue.counts().value();
        EXPECT_EQ(counts.images, 1050);
        EXPECT_EQ(counts.unlabelled, 0);
        EXPECT_EQ(counts.perSource.at("sample"), 1050);
        for (const auto& character : sampleCharacters())
            EXPECT_EQ(counts.perClass.at(character.name), character.pictures) << character.name;

        // What is stored is what the painter paints.
        const auto images = catalogue.images().value();
        const auto& record = images.at(500);
        const auto stored = decodeImageFile(job.workspace()->imagePath(record.sha256, record.extension));
        ASSERT_TRUE(stored) << stored.error().text();
        const int index = std::stoi(record.originalName.substr(record.originalName.find('/') + 1)) - 1;
        EXPECT_EQ(cv::norm(*stored, paintSample(record.classIndex, index, 1), cv::NORM_INF), 0);
    }

    const auto again = runIn(folder);
    EXPECT_EQ(again.state, JobState::Succeeded) << again.error.text();
    EXPECT_EQ(countsOf(folder).images, 1050);
}

TEST(SampleJob, CancelledBeforeItStartsMakesNothing)
{
    test::TemporaryFolder temporary;
    CancelToken token;
    token.request();
    EXPECT_EQ(runIn(temporary / "sample", JobContext(token)).state, JobState::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(temporary / "sample"));
}

TEST(SampleJob, LeavesAWorkspaceOfOnesOwnAlone)
{
    test::TemporaryFolder temporary;
    WorkspaceParams params;
    params.classes = {{"Mine", "Mine", {}, {}}};
    ASSERT_TRUE(Workspace::create(temporary / "own", params));
    const auto outcome = runIn(temporary / "own");
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(outcome.error.code, ErrorCode::AlreadyExists);
    EXPECT_EQ(countsOf(temporary / "own").images, 0);
}

TEST(SampleJob, AFolderWithOtherThingsIsRefused)
{
    test::TemporaryFolder temporary;
    ASSERT_TRUE(writeFileAtomically(temporary / "letter.txt", "dear"));
    const auto outcome = runIn(temporary.path());
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(readTextFile(temporary / "letter.txt").value(), "dear");
    EXPECT_EQ(runIn(temporary / "letter.txt").state, JobState::Failed);
}

} // namespace nakama
