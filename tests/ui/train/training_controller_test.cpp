#include "tests/unit/workflow/split_workspace.h"
#include "ui/viewmodels/training_controller.h"

#include <QSignalSpy>
#include <QTest>

namespace nakama
{

/**
 * How what happens on the training's thread comes to the window's, with an engine that makes a batch every
 * tenth of a millisecond. Also for ThreadSanitizer, which cannot look into LibTorch.
 */
class TrainingControllerTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int batches = 50; ///< an epoch of slow_engine

    std::unique_ptr<test::SplitWorkspace> m_workspace;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TrainingController> m_training;

    void start(int epochs)
    {
        TrainRequest request;
        request.epochs = epochs;
        request.batchSize = 4;
        m_training->start(request);
    }
    bool isIdle() const { return m_training->state() == TrainingController::State::Idle; }
    RunStatus status() const { return m_session->snapshot().runs.front().status; }

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<test::SplitWorkspace>();
        m_session = std::make_unique<Session>();
        m_session->openWorkspace(m_workspace->close());
        m_session->loadEngine();
        QTRY_VERIFY(m_session->isSnapshotRead());
        QTRY_VERIFY2(m_session->engine(), qPrintable(m_session->engineProblem()));
        m_training = std::make_unique<TrainingController>(*m_session);
    }

    void cleanup()
    {
        m_training.reset();
        m_session.reset();
        m_workspace.reset();
    }

    void carriesEveryStepAndEpochInOrder()
    {
        constexpr int epochs = 20;
        std::size_t carried = 0;
        connect(m_training.get(), &TrainingController::stepped, this,
                [&](const std::vector<StepRecord>& steps) { carried += steps.size(); });
        const QSignalSpy ended(m_training.get(), &TrainingController::ended);
        start(epochs);
        QCOMPARE(m_training->state(), TrainingController::State::Waiting);
        QTRY_COMPARE(m_training->state(), TrainingController::State::Training);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        QCOMPARE(m_training->steps().size(), std::size_t{epochs * batches});
        QCOMPARE(carried, m_training->steps().size());
        for (std::size_t i = 0; i < m_training->steps().size(); ++i) {
            QCOMPARE(m_training->steps()[i].epoch, static_cast<int>(i) / batches + 1);
            QCOMPARE(m_training->steps()[i].step, static_cast<int>(i) % batches + 1);
        }
        QCOMPARE(m_training->epochs().size(), std::size_t{epochs});
        QCOMPARE(m_training->outcome(), QStringLiteral("Finished; 20 epoch(s) trained."));
        QTRY_VERIFY(m_session->jobs().active().empty()); // the evaluation that follows
    }

    void stopsAndIsIdleAfterwards()
    {
        for (const bool now : {false, true}) {
            start(100'000);
            QTRY_VERIFY(m_training->epochs().size() >= 2);
            m_training->stop();
            QCOMPARE(m_training->state(), TrainingController::State::Stopping);
            if (now) {
                m_training->stopNow();
                QCOMPARE(m_training->state(), TrainingController::State::StoppingNow);
            }
            QTRY_VERIFY(isIdle());
            const auto steps = m_training->steps().size();
            QTRY_COMPARE(status(), RunStatus::Cancelled);
            QCOMPARE(m_training->steps().size(), steps);
        }
    }

    void aClosedWorkspaceEndsIt()
    {
        start(100'000);
        QTRY_VERIFY(!m_training->steps().empty());
        m_session->closeWorkspace();
        QVERIFY(isIdle());
        QTRY_VERIFY(m_session->jobs().active().empty());
        QVERIFY(m_training->steps().empty());
    }

    void theWindowMayCloseInTheMidstOfIt()
    {
        start(100'000);
        QTRY_VERIFY(!m_training->steps().empty());
        m_training.reset();
        m_session.reset(); // waits for the thread
    }
};

} // namespace nakama

QTEST_MAIN(nakama::TrainingControllerTest)
#include "training_controller_test.moc"
