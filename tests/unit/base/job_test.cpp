#include "core/base/job.h"

#include <gtest/gtest.h>

#include <functional>
#include <new>
#include <stdexcept>

namespace nakama
{

namespace
{

class FunctionJob : public Job
{
public:
    explicit FunctionJob(std::function<Result<void>(JobContext&)> work) : m_work(std::move(work)) {}
    std::string name() const override { return "test"; }
    Result<void> run(JobContext& context) override { return m_work(context); }

private:
    std::function<Result<void>(JobContext&)> m_work;
};

JobOutcome outcomeOf(std::function<Result<void>(JobContext&)> work, CancelToken token = {})
{
    FunctionJob job(std::move(work));
    JobContext context(token);
    return runJob(job, context);
}

} // namespace

TEST(RunJob, SucceedsFailsAndCancels)
{
    EXPECT_EQ(outcomeOf([](JobContext&) { return Result<void>(); }).state, JobState::Succeeded);

    const auto failed = outcomeOf([](JobContext&) -> Result<void> { return fail(ErrorCode::Io, "no", "f"); });
    EXPECT_EQ(failed.state, JobState::Failed);
    EXPECT_EQ(failed.error.text(), "f: no");

    CancelToken token;
    token.request();
    const auto cancelled =
        outcomeOf([](JobContext& context) -> Result<void> { return context.checkpoint(); }, token);
    EXPECT_EQ(cancelled.state, JobState::Cancelled);
}

TEST(CancelToken, ASecondWishIsMoreUrgentAndStays)
{
    const CancelToken token;
    const JobContext context(token);
    EXPECT_FALSE(context.cancelled());
    token.request();
    EXPECT_TRUE(context.cancelled());
    EXPECT_FALSE(context.cancelledNow());
    token.request(StopMode::Now);
    token.request();
    EXPECT_TRUE(context.cancelled());
    EXPECT_TRUE(context.cancelledNow());
    EXPECT_FALSE(context.checkpoint());
}

TEST(RunJob, ExceptionsBecomeErrors)
{
    const auto thrown =
        outcomeOf([](JobContext&) -> Result<void> { throw std::runtime_error("library says"); });
    EXPECT_EQ(thrown.state, JobState::Failed);
    EXPECT_EQ(thrown.error.code, ErrorCode::Internal);
    EXPECT_EQ(thrown.error.message, "library says");
    const auto memory = outcomeOf([](JobContext&) -> Result<void> { throw std::bad_alloc(); });
    EXPECT_EQ(memory.error.code, ErrorCode::OutOfMemory);
}

TEST(RunJob, ProgressReachesTheSink)
{
    std::vector<std::int64_t> seen;
    JobContext context({}, [&](const Progress& progress) { seen.push_back(progress.done); });
    FunctionJob job([](JobContext& inner) {
        inner.progress(1, 2, "working");
        inner.progress(2, 2, "working");
        return Result<void>();
    });
    runJob(job, context);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2}));
}

TEST(Try, PassesErrorsOn)
{
    const auto half = [](int value) -> Result<int> {
        if (value % 2)
            return fail(ErrorCode::InvalidArgument, "odd");
        return value / 2;
    };
    const auto quarter = [&](int value) -> Result<int> {
        NAKAMA_TRY(const int once, half(value));
        NAKAMA_TRY(const int twice, half(once));
        return twice;
    };
    EXPECT_EQ(quarter(12).value(), 3);
    EXPECT_EQ(quarter(6).error().message, "odd");
}

} // namespace nakama
