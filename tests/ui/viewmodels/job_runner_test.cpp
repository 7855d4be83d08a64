#include "ui/viewmodels/job_runner.h"
#include "ui/viewmodels/task.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace nakama;
using namespace std::chrono_literals;

namespace
{

using NumberTask = Task<int>;

std::shared_ptr<NumberTask> answering(int number)
{
    return std::make_shared<NumberTask>("answer", [number](JobContext&) -> Result<int> { return number; });
}

/** Works until it is cancelled. */
std::shared_ptr<NumberTask> endless(std::atomic<int>* running = nullptr)
{
    return std::make_shared<NumberTask>("endless", [running](JobContext& context) -> Result<int> {
        if (running)
            ++*running;
        while (!context.cancelled())
            std::this_thread::sleep_for(1ms);
        if (running)
            --*running;
        return fail(ErrorCode::Cancelled, "cancelled");
    });
}

JobOptions inLane(JobLane lane, const QString& replaces = {})
{
    JobOptions options;
    options.lane = lane;
    options.replaces = replaces;
    return options;
}

} // namespace

class JobRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheResultOnItsOwnThread();
    void tellsOfFailuresAndExceptions();
    void runsOneJobAtATimeInTheGpuLane();
    void endsAQueuedJobAtOnce();
    void cancelsARunningJob();
    void dropsTheResultOfAReplacedJob();
    void staysSilentWhenTheContextIsGone();
    void tellsProgressAtMostTwentyTimesASecond();
    void joinsOnDestruction();
};

void JobRunnerTest::givesTheResultOnItsOwnThread()
{
    JobRunner runner;
    int answer = 0;
    QThread* thread = nullptr;
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    const JobId id = runner.start(answering(42), {}, this, [&](NumberTask& task, const JobOutcome& outcome) {
        QCOMPARE(outcome.state, JobState::Succeeded);
        answer = *task.value();
        thread = QThread::currentThread();
    });
    QVERIFY(finished.wait());
    QCOMPARE(answer, 42);
    QCOMPARE(thread, QThread::currentThread());
    QCOMPARE(finished[0][0].value<JobSnapshot>().id, id);
    QVERIFY(runner.active().empty());
}

void JobRunnerTest::tellsOfFailuresAndExceptions()
{
    JobRunner runner;
    std::vector<JobOutcome> outcomes;
    const auto note = [&](const JobOutcome& outcome) { outcomes.push_back(outcome); };
    runner.start(std::make_shared<NumberTask>("fails",
                                              [](JobContext&) -> Result<int> {
                                                  return fail(ErrorCode::NotFound, "there is no such thing");
                                              }),
                 inLane(JobLane::Gpu), this, note);
    runner.start(
        std::make_shared<NumberTask>(
            "throws", [](JobContext&) -> Result<int> { throw std::runtime_error("thrown by a library"); }),
        inLane(JobLane::Gpu), this, note);
    QTRY_COMPARE(outcomes.size(), std::size_t{2});
    QCOMPARE(outcomes[0].state, JobState::Failed);
    QCOMPARE(outcomes[0].error.code, ErrorCode::NotFound);
    QCOMPARE(outcomes[1].state, JobState::Failed);
    QCOMPARE(outcomes[1].error.message, std::string("thrown by a library"));
}

void JobRunnerTest::runsOneJobAtATimeInTheGpuLane()
{
    JobRunner runner;
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    int ended = 0;
    for (int i = 0; i < 5; ++i)
        runner.start(std::make_shared<NumberTask>("counts",
                                                  [&](JobContext&) -> Result<int> {
                                                      most = std::max(most.load(), ++running);
                                                      std::this_thread::sleep_for(5ms);
                                                      return --running;
                                                  }),
                     inLane(JobLane::Gpu), this, [&](const JobOutcome&) { ++ended; });
    QTRY_COMPARE(ended, 5);
    QCOMPARE(most.load(), 1);
}

void JobRunnerTest::endsAQueuedJobAtOnce()
{
    JobRunner runner;
    std::atomic<int> running = 0;
    std::optional<JobState> state;
    runner.start(endless(&running), inLane(JobLane::Gpu), this, [](const JobOutcome&) {});
    const JobId queued = runner.start(answering(1), inLane(JobLane::Gpu), this,
                                      [&](const JobOutcome& outcome) { state = outcome.state; });
    QTRY_COMPARE(running.load(), 1);
    runner.cancel(queued);
    QTRY_VERIFY(state.has_value());
    QCOMPARE(*state, JobState::Cancelled);
    QCOMPARE(running.load(), 1); // the one before it is still at work
}

void JobRunnerTest::cancelsARunningJob()
{
    JobRunner runner;
    std::atomic<int> running = 0;
    QSignalSpy changed(&runner, &JobRunner::jobChanged);
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    const JobId id = runner.start(endless(&running), {}, this, [](const JobOutcome&) {});
    QTRY_COMPARE(running.load(), 1);
    QTRY_VERIFY(!changed.empty());
    runner.cancel(id);
    QVERIFY(changed.back()[0].value<JobSnapshot>().cancelRequested);
    QVERIFY(finished.wait());
    QCOMPARE(finished[0][0].value<JobSnapshot>().state, JobState::Cancelled);
    runner.cancel(id); // ended: nothing happens
}

void JobRunnerTest::dropsTheResultOfAReplacedJob()
{
    JobRunner runner;
    const auto options = inLane(JobLane::Quick, QStringLiteral("read"));
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    int answer = 0;
    bool oldHeard = false;
    runner.start(endless(), options, this, [&](const JobOutcome&) { oldHeard = true; });
    runner.start(answering(2), options, this,
                 [&](NumberTask& task, const JobOutcome&) { answer = *task.value(); });
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(answer, 2);
    QVERIFY(!oldHeard);
}

void JobRunnerTest::staysSilentWhenTheContextIsGone()
{
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    bool heard = false;
    auto context = std::make_unique<QObject>();
    runner.start(answering(1), {}, context.get(), [&](const JobOutcome&) { heard = true; });
    context.reset();
    QVERIFY(finished.wait());
    QVERIFY(!heard);
}

void JobRunnerTest::tellsProgressAtMostTwentyTimesASecond()
{
    JobRunner runner;
    std::vector<std::int64_t> seen;
    connect(&runner, &JobRunner::jobChanged, this, [&](const JobSnapshot& job) {
        if (job.progress.total > 0)
            seen.push_back(job.progress.done);
    });
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    constexpr std::int64_t total = 1'000'000;
    const auto work = [](JobContext& context) -> Result<int> {
        const auto end = std::chrono::steady_clock::now() + 500ms;
        while (std::chrono::steady_clock::now() < end)
            context.progress(1, total, "working");
        context.progress(total, total, "working");
        return 0;
    };
    runner.start(std::make_shared<NumberTask>("reports", work), {}, this, [](const JobOutcome&) {});
    QVERIFY(finished.wait());
    QVERIFY(seen.size() >= 2);
    QVERIFY2(seen.size() <= 13, qPrintable(QString::number(seen.size())));
    QCOMPARE(seen.back(), total); // the last word is never lost
}

void JobRunnerTest::joinsOnDestruction()
{
    std::atomic<int> running = 0;
    bool heard = false;
    {
        JobRunner runner;
        for (int i = 0; i < 4; ++i)
            runner.start(endless(&running), inLane(JobLane::Gpu), this,
                         [&](const JobOutcome&) { heard = true; });
        QTRY_COMPARE(running.load(), 1);
    }
    QCOMPARE(running.load(), 0);
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(JobRunnerTest)
#include "job_runner_test.moc"
