#include "core/training/patient_write.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

Result<void> diskFull()
{
    return fail(ErrorCode::DiskFull, "no space is left");
}

} // namespace

TEST(PatientWrite, TriesAgainUntilThereIsRoom)
{
    const test::TemporaryFolder folder;
    Progress last;
    JobContext context({}, [&](const Progress& progress) { last = progress; });
    int attempts = 0;
    const auto written = writePatiently(folder.path(), 300 << 20, context,
                                        [&] { return ++attempts < 2 ? diskFull() : Result<void>(); });
    EXPECT_TRUE(written) << written.error().text();
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(last.stage, "waiting for room on the disk (MB)");
    EXPECT_EQ(last.total, 300);
    EXPECT_GT(last.done, 0);
}

TEST(PatientWrite, CanBeStoppedWhileItWaits)
{
    const test::TemporaryFolder folder;
    const CancelToken token;
    JobContext context(token, [&](const Progress&) { token.request(); });
    const auto written = writePatiently(folder.path(), 0, context, diskFull);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
}

TEST(PatientWrite, OtherErrorsAreNotWaitedFor)
{
    const test::TemporaryFolder folder;
    JobContext context;
    const auto written =
        writePatiently(folder.path(), 0, context, [] { return fail(ErrorCode::Io, "no such device"); });
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Io);
}

} // namespace nakama
