#include "ui/viewmodels/class_balance_model.h"
#include "ui/viewmodels/import_plan_model.h"
#include "ui/viewmodels/runs_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace nakama;

namespace
{

constexpr auto failByTest = QAbstractItemModelTester::FailureReportingMode::QtTest;

WorkspaceSnapshot exampleSnapshot()
{
    WorkspaceSnapshot snapshot;
    snapshot.classes = {{"ace", "Portgas D. Ace", {}, {}}, {"nami", "", {}, {}}, {"usopp", "Usopp", {}, {}}};
    snapshot.counts.images = 1236;
    snapshot.counts.unlabelled = 4;
    snapshot.counts.perClass = {{"ace", 1230}, {"nami", 2}, {"usopp", 0}};
    snapshot.counts.perClassSplit = {{"ace", {{"train", 861}, {"val", 185}, {"test", 184}}},
                                     {"nami", {{"train", 1}, {"val", 0}, {"test", 1}}}};
    snapshot.split = SplitInfo{};
    return snapshot;
}

RunRecord exampleRun(const std::string& id, RunStatus status)
{
    RunRecord run;
    run.id = id;
    run.model = "resnet18";
    run.status = status;
    run.startedAt = "2026-01-31T12:00:00Z";
    run.epochs = 3;
    run.plannedEpochs = 10;
    run.bestMacro = 0.875;
    return run;
}

} // namespace

class WorkspaceModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void balanceShowsClassesAndUnlabelled();
    void balanceWarnsOfSmallClasses();
    void runsKeepTheirRowsWhenOnlyFiguresChange();
    void planOffersAClassForUnknownFolders();
    void planAddsClassesToAWorkspaceWithout();
};

void WorkspaceModelsTest::balanceShowsClassesAndUnlabelled()
{
    ClassBalanceModel model;
    const QAbstractItemModelTester tester(&model, failByTest);
    model.setSnapshot(exampleSnapshot());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, ClassBalanceModel::ClassColumn).data().toString(),
             QStringLiteral("Portgas D. Ace"));
    QCOMPARE(model.index(1, ClassBalanceModel::ClassColumn).data().toString(), QStringLiteral("nami"));
    QCOMPARE(model.index(0, ClassBalanceModel::PicturesColumn).data(ClassBalanceModel::SortRole).toInt(),
             1230);
    QCOMPARE(model.index(0, ClassBalanceModel::ValColumn).data().toString(), QStringLiteral("185"));
    QCOMPARE(model.index(3, ClassBalanceModel::ClassColumn).data().toString(), QStringLiteral("Unlabelled"));
    QCOMPARE(model.index(3, ClassBalanceModel::PicturesColumn).data().toString(), QStringLiteral("4"));
    QCOMPARE(model.index(3, 0).data(ClassBalanceModel::ClassIndexRole).toInt(), -1);
    model.setSnapshot({});
    QCOMPARE(model.rowCount(), 0);
}

void WorkspaceModelsTest::balanceWarnsOfSmallClasses()
{
    auto snapshot = exampleSnapshot();
    auto warnings = splitWarnings(snapshot);
    QCOMPARE(warnings.size(), 2);
    QVERIFY(warnings[0].contains(QStringLiteral("nami")));
    QVERIFY(warnings[1].contains(QStringLiteral("Usopp")));

    snapshot.counts.perClass["ace"] = 1300; // seventy more than were split
    warnings = splitWarnings(snapshot);
    QCOMPARE(warnings.size(), 3);
    QVERIFY(warnings[0].contains(QStringLiteral("Portgas D. Ace")));

    snapshot.split.reset();
    QVERIFY(splitWarnings(snapshot).isEmpty());
}

void WorkspaceModelsTest::runsKeepTheirRowsWhenOnlyFiguresChange()
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model, failByTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRuns({exampleRun("b", RunStatus::Running), exampleRun("a", RunStatus::Finished)});
    QCOMPARE(reset.size(), 1);
    auto further = exampleRun("b", RunStatus::Running);
    further.epochs = 4;
    model.setRuns({further, exampleRun("a", RunStatus::Finished)});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, RunsModel::EpochsColumn).data().toString(), QStringLiteral("4 of 10"));
    QCOMPARE(model.index(0, RunsModel::MacroColumn).data().toString(), QStringLiteral("0.875"));
    QCOMPARE(model.index(1, RunsModel::StatusColumn).data().toString(), QStringLiteral("Finished"));
    QCOMPARE(model.index(1, 0).data(RunsModel::RunIdRole).toString(), QStringLiteral("a"));

    model.setRuns({further, exampleRun("a", RunStatus::Finished)}, {{"a", {"The first", "without a seed"}}});
    QCOMPARE(model.index(1, RunsModel::NameColumn).data().toString(), QStringLiteral("The first"));
    QCOMPARE(model.index(0, RunsModel::NameColumn).data().toString(), QString());
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("without a seed")));
}

void WorkspaceModelsTest::planOffersAClassForUnknownFolders()
{
    ImportPlanModel model;
    const QAbstractItemModelTester tester(&model, failByTest);
    model.setPlan({{"Ace", 12, "ace"}, {"Stranger", 3, std::nullopt}}, exampleSnapshot().classes);
    QCOMPARE(model.unmatchedCount(), 1);
    const auto matched = model.index(0, ImportPlanModel::DecisionColumn);
    const auto unknown = model.index(1, ImportPlanModel::DecisionColumn);
    QCOMPARE(matched.data().toString(), QStringLiteral("Portgas D. Ace"));
    QVERIFY(!(matched.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(matched, 0, Qt::EditRole));

    QCOMPARE(model.decisions().at("Stranger").kind, FolderDecision::Kind::Skip);
    QVERIFY(model.setData(unknown, 1, Qt::EditRole));
    QCOMPARE(model.decisions().at("Stranger").kind, FolderDecision::Kind::AddClass);
    QCOMPARE(model.decisions().at("Stranger").className, std::string("Stranger"));
    QVERIFY(model.setData(unknown, 4, Qt::EditRole)); // after skip, add, unlabelled and the first class
    QCOMPARE(model.decisions().at("Stranger").kind, FolderDecision::Kind::UseClass);
    QCOMPARE(model.decisions().at("Stranger").className, std::string("nami"));
    QCOMPARE(unknown.data().toString(), QStringLiteral("nami"));
    QVERIFY(!model.setData(unknown, 99, Qt::EditRole));
    QVERIFY(!model.decisions().contains("Ace"));
}

void WorkspaceModelsTest::planAddsClassesToAWorkspaceWithout()
{
    ImportPlanModel model;
    model.setPlan({{"One", 1, std::nullopt}, {"Two", 1, std::nullopt}}, {});
    QCOMPARE(model.decisions().at("One").kind, FolderDecision::Kind::AddClass);
    model.decideAllUnmatched(FolderDecision::Kind::Unlabelled);
    QCOMPARE(model.decisions().at("Two").kind, FolderDecision::Kind::Unlabelled);
}

QTEST_GUILESS_MAIN(WorkspaceModelsTest)
#include "workspace_models_test.moc"
