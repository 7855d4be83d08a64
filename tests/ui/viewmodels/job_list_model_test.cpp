#include "ui/viewmodels/job_list_model.h"
#include "ui/viewmodels/task.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace nakama;
using namespace std::chrono_literals;

namespace
{

using NumberTask = Task<int>;

JobOptions listed(const QString& title)
{
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = title;
    return options;
}

} // namespace

class JobListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsJobsFromStartToEnd();
    void leavesHiddenJobsOut();
    void saysWhyAJobFailed();
};

void JobListModelTest::followsJobsFromStartToEnd()
{
    JobRunner runner;
    JobListModel model(runner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto half = [](JobContext& context) -> Result<int> {
        context.progress(30, 60, "importing pictures");
        while (!context.cancelled())
            std::this_thread::sleep_for(1ms);
        return fail(ErrorCode::Cancelled, "cancelled");
    };
    const JobId first = runner.start(std::make_shared<NumberTask>("one", half),
                                     listed(QStringLiteral("First")), this, [](const JobOutcome&) {});
    runner.start(std::make_shared<NumberTask>("two", [](JobContext&) -> Result<int> { return 1; }),
                 listed(QStringLiteral("Second")), this, [](const JobOutcome&) {});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Second")); // newest first
    QCOMPARE(model.index(0).data(JobListModel::StatusRole).toString(),
             QStringLiteral("Waiting for its turn"));
    QTRY_COMPARE(model.index(1).data(JobListModel::PercentRole).toInt(), 50);
    QCOMPARE(model.index(1).data(JobListModel::StatusRole).toString(),
             QStringLiteral("Importing pictures, 30 of 60"));
    QVERIFY(model.index(1).data(JobListModel::CancellableRole).toBool());
    QCOMPARE(model.runningCount(), 2);

    runner.cancel(first);
    QCOMPARE(model.index(1).data(JobListModel::StatusRole).toString(), QStringLiteral("Stopping…"));
    QVERIFY(!model.index(1).data(JobListModel::CancellableRole).toBool());
    QTRY_COMPARE(model.runningCount(), 0);
    QCOMPARE(model.index(1).data(JobListModel::StatusRole).toString(), QStringLiteral("Cancelled"));
    QCOMPARE(model.index(0).data(JobListModel::StatusRole).toString(), QStringLiteral("Done"));
    QCOMPARE(model.index(0).data(JobListModel::PercentRole).toInt(), 100);

    model.clearEnded();
    QCOMPARE(model.rowCount(), 0);
}

void JobListModelTest::leavesHiddenJobsOut()
{
    JobRunner runner;
    JobListModel model(runner);
    JobOptions options;
    options.visibility = JobVisibility::Hidden;
    QSignalSpy finished(&runner, &JobRunner::jobFinished);
    runner.start(std::make_shared<NumberTask>("reads", [](JobContext&) -> Result<int> { return 1; }), options,
                 this, [](const JobOutcome&) {});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(model.rowCount(), 0);
}

void JobListModelTest::saysWhyAJobFailed()
{
    JobRunner runner;
    JobListModel model(runner);
    const auto failing = [](JobContext&) -> Result<int> {
        return fail(ErrorCode::CorruptData, "the archive ends early; copy it again", "pictures.zip");
    };
    runner.start(std::make_shared<NumberTask>("fails", failing), listed(QStringLiteral("Import")), this,
                 [](const JobOutcome&) {});
    QTRY_COMPARE(model.runningCount(), 0);
    QCOMPARE(model.index(0).data(JobListModel::StatusRole).toString(),
             QStringLiteral("Failed: pictures.zip: the archive ends early; copy it again"));
}

QTEST_GUILESS_MAIN(JobListModelTest)
#include "job_list_model_test.moc"
