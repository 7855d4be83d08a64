#include "ui/viewmodels/collect_classes_model.h"
#include "ui/viewmodels/collect_failures_model.h"

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
    snapshot.classes = {{"ace", "Portgas D. Ace", {}, "portgas_d._ace"},
                        {"nami", "", {}, "nami_(one_piece)"},
                        {"usopp", "Usopp", {}, {}}};
    snapshot.counts.perClass = {{"ace", 1230}, {"nami", 2}, {"usopp", 0}};
    snapshot.counts.perClassSource = {{"ace", {{"kaggle", 1200}, {"danbooru", 30}}},
                                      {"nami", {{"danbooru", 2}}}};
    return snapshot;
}

CollectedClass figuresOf(int classIndex, int alreadyThere, int downloaded)
{
    CollectedClass figures;
    figures.classIndex = classIndex;
    figures.wanted = 40;
    figures.alreadyThere = alreadyThere;
    figures.downloaded = downloaded;
    return figures;
}

} // namespace

class CollectModelsTest : public QObject
{
    Q_OBJECT

private:
    using Model = CollectClassesModel;
    static QString text(const Model& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void showsWhatIsKnownBeforeARun();
    void followsARun();
    void wishesForWhatIsTickedAndHasATag();
    void tagsAreEdited();
    void failuresGrowWithoutLosingTheSelection();
};

void CollectModelsTest::showsWhatIsKnownBeforeARun()
{
    Model model;
    const QAbstractItemModelTester tester(&model, failByTest);
    model.setWanted(40);
    model.setSnapshot(exampleSnapshot());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 0, Model::ClassColumn), QStringLiteral("Portgas D. Ace"));
    QCOMPARE(text(model, 1, Model::ClassColumn), QStringLiteral("nami"));
    QCOMPARE(text(model, 0, Model::TagsColumn), QStringLiteral("portgas_d._ace"));
    QCOMPARE(text(model, 0, Model::OnServerColumn), QStringLiteral("–"));
    QCOMPARE(text(model, 0, Model::PicturesColumn), QStringLiteral("1230"));
    QCOMPARE(text(model, 0, Model::HaveColumn), QStringLiteral("30 of 40")); // not those from Kaggle
    QCOMPARE(model.index(0, Model::HaveColumn).data(Model::SortRole).toDouble(), 0.75);
    QCOMPARE(text(model, 2, Model::StateColumn), QStringLiteral("No tag to search by yet"));
    QCOMPARE(model.totals().have, std::int64_t{32});
    QCOMPARE(model.totals().wanted, std::int64_t{80});
    model.setSnapshot({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasTags());
}

void CollectModelsTest::followsARun()
{
    Model model;
    const QAbstractItemModelTester tester(&model, failByTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setWanted(40);
    model.setSnapshot(exampleSnapshot());
    auto ace = figuresOf(0, 30, 0);
    ace.wouldDownload = 4;
    ace.countOnServer = 1489;
    model.setFigures({{0, ace}});
    model.setPhase(CollectPhase::Looked);
    QCOMPARE(text(model, 0, Model::OnServerColumn), QStringLiteral("1489"));
    QVERIFY(text(model, 0, Model::StateColumn).startsWith(QStringLiteral("Only 4")));

    model.setPhase(CollectPhase::Collecting, 0);
    QCOMPARE(text(model, 0, Model::StateColumn), QStringLiteral("Collecting…"));
    QCOMPARE(text(model, 1, Model::StateColumn), QStringLiteral("Waiting"));
    ace = figuresOf(0, 30, 10);
    ace.failed = 3;
    auto nami = figuresOf(1, 0, 0);
    nami.problem = "there is no tag nami_(one_piece)";
    model.setFigures({{0, ace}, {1, nami}});
    QVERIFY(text(model, 0, Model::StateColumn).startsWith(QStringLiteral("Complete · 3")));
    QCOMPARE(text(model, 1, Model::StateColumn), QStringLiteral("there is no tag nami_(one_piece)"));
    QCOMPARE(model.totals().have, std::int64_t{40});

    model.setPhase(CollectPhase::Finished);
    nami.problem.clear();
    model.setFigures({{0, ace}, {1, nami}});
    QCOMPARE(text(model, 1, Model::StateColumn), QStringLiteral("All that there is"));
    model.setPhase(CollectPhase::Paused);
    QCOMPARE(text(model, 1, Model::StateColumn), QStringLiteral("Not complete yet"));
    QCOMPARE(reset.size(), 1); // figures alone leave selection and scroll position
}

void CollectModelsTest::wishesForWhatIsTickedAndHasATag()
{
    Model model;
    const QAbstractItemModelTester tester(&model, failByTest);
    model.setSnapshot(exampleSnapshot());
    model.setWanted(7);
    QCOMPARE(model.wishes().size(), std::size_t{2});
    QSignalSpy changed(&model, &Model::wishesChanged);
    QVERIFY(model.setData(model.index(0, Model::ClassColumn), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 0, Model::StateColumn), QStringLiteral("Left out"));
    QCOMPARE(model.wishes().size(), std::size_t{1});
    QCOMPARE(model.wishes().front().classIndex, 1);
    QCOMPARE(model.wishes().front().wanted, 7);
    model.setSnapshot(exampleSnapshot()); // read again after a run
    QCOMPARE(model.wishes().size(), std::size_t{1});
}

void CollectModelsTest::tagsAreEdited()
{
    Model model;
    const QAbstractItemModelTester tester(&model, failByTest);
    model.setSnapshot(exampleSnapshot());
    QSignalSpy edited(&model, &Model::tagsEdited);
    const auto cell = model.index(2, Model::TagsColumn);
    QVERIFY(cell.flags() & Qt::ItemIsEditable);
    QVERIFY(model.setData(cell, QStringLiteral("  usopp   solo "), Qt::EditRole));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.front().at(0).toInt(), 2);
    QCOMPARE(edited.front().at(1).toString(), QStringLiteral("usopp solo"));
    QVERIFY(!model.setData(cell, QStringLiteral("usopp solo"), Qt::EditRole)); // nothing new
    model.setEditable(false);
    QVERIFY(!(cell.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(cell, QStringLiteral("other"), Qt::EditRole));
}

void CollectModelsTest::failuresGrowWithoutLosingTheSelection()
{
    CollectFailuresModel model;
    const QAbstractItemModelTester tester(&model, failByTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const auto classes = exampleSnapshot().classes;
    std::vector<CollectFailure> failures{{0, 11, "http://a/1.jpg", "404"},
                                         {1, 12, "http://a/2.jpg", "cut off"}};
    model.setFailures(failures, classes);
    failures.push_back({1, 13, "http://a/3.jpg", "wrong MD5"});
    model.setFailures(failures, classes);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Portgas D. Ace"));
    QCOMPARE(model.index(2, CollectFailuresModel::PostColumn).data().toString(), QStringLiteral("13"));
    QCOMPARE(model.index(2, CollectFailuresModel::ReasonColumn).data().toString(),
             QStringLiteral("wrong MD5"));
    failures.erase(failures.begin());
    model.setFailures(failures, classes);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 2);
}

QTEST_GUILESS_MAIN(CollectModelsTest)
#include "collect_models_test.moc"
