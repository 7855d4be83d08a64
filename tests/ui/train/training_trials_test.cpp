#include "tests/unit/workflow/fake_engine.h"
#include "tests/unit/workflow/split_workspace.h"
#include "ui/tabs/train/rate_dialog.h"
#include "ui/tabs/train/training_trials.h"
#include "ui/widgets/line_chart.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace nakama
{

/** What is tried out before a training, with an engine that needs no LibTorch. */
class TrainingTrialsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::SplitWorkspace> m_workspace;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TrainingTrials> m_trials;
    TrainRequest m_request;

    QPushButton* button(const char* name) { return m_trials->findChild<QPushButton*>(QLatin1String(name)); }
    QString answer() { return m_trials->findChild<QLabel*>(QStringLiteral("estimateText"))->text(); }

private Q_SLOTS:
    void init()
    {
        m_request = {};
        m_workspace = std::make_unique<test::SplitWorkspace>();
        m_session = std::make_unique<Session>();
        m_session->openWorkspace(m_workspace->close());
        m_session->loadEngine();
        QTRY_VERIFY(m_session->isSnapshotRead());
        QTRY_VERIFY2(m_session->engine(), qPrintable(m_session->engineProblem()));
        m_trials = std::make_unique<TrainingTrials>(*m_session, [this] { return m_request; });
        m_trials->show();
    }

    void cleanup()
    {
        m_trials.reset();
        m_session.reset();
        m_workspace.reset();
    }

    void tellsTimeAndMemoryUntilSomethingIsSetAnew()
    {
        m_request.batchSize = 10;
        button("estimate")->click();
        QCOMPARE(button("estimate")->text(), QStringLiteral("Cancel"));
        QVERIFY(!button("findRate")->isEnabled());
        QTRY_VERIFY2(answer().contains(QStringLiteral("1.0 GB of 8.0 GB")), qPrintable(answer()));
        QVERIFY(button("findRate")->isEnabled());
        QVERIFY(button("estimate")->text() != QStringLiteral("Cancel"));
        QVERIFY(answer().contains(QStringLiteral("The whole training takes about")));
        m_trials->forget();
        QVERIFY(answer().isEmpty());
    }

    void namesTheBatchThatFits()
    {
        m_request.batchSize = 100;
        button("estimate")->click();
        QTRY_VERIFY2(answer().contains(QStringLiteral("does not fit. A batch of 72 would")),
                     qPrintable(answer()));
    }

    void saysWhatIsWrongWithTheSettings()
    {
        m_request.model = "squeezenet9";
        button("estimate")->click();
        QTRY_VERIFY2(answer().contains(QStringLiteral("squeezenet9")), qPrintable(answer()));
        QVERIFY(button("estimate")->isEnabled());
    }

    void aFoundRateIsTakenByPersonOnly()
    {
        QSignalSpy chosen(m_trials.get(), &TrainingTrials::rateChosen);
        for (const bool take : {false, true}) {
            button("findRate")->click();
            QTRY_VERIFY(m_trials->findChild<RateDialog*>());
            auto* dialog = m_trials->findChild<RateDialog*>();
            QVERIFY(dialog->findChild<LineChart*>()->points(0).size() == 3);
            if (take)
                dialog->accept();
            else
                dialog->reject();
            QCOMPARE(chosen.count(), take ? 1 : 0);
            QTRY_VERIFY(!m_trials->findChild<RateDialog*>());
        }
        QCOMPARE(chosen.first().first().toDouble(), 0.01);
    }
};

} // namespace nakama

QTEST_MAIN(nakama::TrainingTrialsTest)
#include "training_trials_test.moc"
