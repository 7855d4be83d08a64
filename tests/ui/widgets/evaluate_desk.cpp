#include "tests/ui/widgets/evaluate_desk.h"

#include "core/collect/import_job.h"
#include "core/curate/split_job.h"
#include "core/workflow/train_job.h"
#include "tests/support/shapes.h"
#include "tests/unit/workflow/fake_engine.h"
#include "ui/widgets/metric_card.h"

#include <QTest>

namespace nakama::test
{

namespace
{

void mustRun(Job& job)
{
    JobContext context;
    const auto outcome = runJob(job, context);
    QVERIFY2(outcome.state == JobState::Succeeded, outcome.error.text().c_str());
}

} // namespace

void EvaluateDesk::furnish()
{
    m_folder = std::make_unique<TemporaryFolder>();
    WorkspaceParams params;
    params.classes = {{"Round", "Round", {}, {}}, {"Ball", "Ball", {}, {}}};
    const auto workspace = Workspace::create(folder(), params);
    QVERIFY(workspace.has_value());
    writeShapeFolders(*m_folder / "in", {"Round", "Ball"}, {10, 10});
    ImportParams import;
    import.paths = {*m_folder / "in"};
    ImportJob importJob(*workspace, import);
    mustRun(importJob);
    // One shape on a plain page is a crop of another.
    SplitJob split(*workspace, SplitJobParams{{0.6, 0.2, 0.2, 1}, {}, CopiesInSplit::Ignored, {}});
    mustRun(split);
}

void EvaluateDesk::clear()
{
    m_tab.reset();
    m_session.reset();
    m_folder.reset();
}

QString EvaluateDesk::train()
{
    const bool open = m_session && m_session->hasWorkspace();
    const auto workspace =
        open ? m_session->workspace() : Workspace::open(folder(), Access::ReadWrite).value();
    FakeEngine engine;
    engine.onTrain = [](const TrainingConfig& config, const TrainingData& data,
                        const TrainingObserver& observer, JobContext& context) -> Result<TrainingResult> {
        NAKAMA_TRY(auto result, FakeEngine().train(config, data, observer, context));
        NAKAMA_TRY(auto log, RunLog::open(data.runFolder, 0));
        for (const auto& epoch : result.epochs)
            NAKAMA_CHECK(log.epoch(epoch));
        return result;
    };
    TrainRequest request;
    request.inputSize = 32;
    TrainJob job(workspace, engine, request);
    mustRun(job);
    return QString::fromStdString(job.runId());
}

void EvaluateDesk::openTab()
{
    m_tab.reset();
    m_session.reset(); // lets go of the workspace, which one program at a time may write
    m_session = std::make_unique<Session>();
    m_tab = std::make_unique<EvaluateTab>(*m_session);
    m_tab->resize(1200, 700);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
    m_session->openWorkspace(folder());
    QTRY_VERIFY(m_session->isSnapshotRead());
}

void EvaluateDesk::loadEngine()
{
    m_session->loadEngine();
    QTRY_VERIFY2(m_session->engine() != nullptr || !m_session->engineProblem().isEmpty(),
                 "the engine did not load");
    QCOMPARE(m_session->engineProblem(), QString());
}

void EvaluateDesk::evaluate()
{
    loadEngine();
    QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                button(QStringLiteral("Evaluate"))->isEnabled());
    QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
    QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
}

QPushButton* EvaluateDesk::buttonOf(const QWidget& parent, const QString& text)
{
    for (QPushButton* button : parent.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().remove(QLatin1Char('&')) == text)
            return button;
    return nullptr;
}

QString EvaluateDesk::card(const QString& title) const
{
    for (MetricCard* card : m_tab->findChildren<MetricCard*>())
        if (card->accessibleName().startsWith(title))
            return card->valueText();
    return {};
}

} // namespace nakama::test
