#include "ui/tabs/dataset/balance_panel.h"
#include "ui/widgets/bar_chart.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace nakama;

/** Which parts the bars of the dataset page are stacked of. */
class BalancePanelTest : public QObject
{
    Q_OBJECT

private:
    BalancePanel m_panel;

    QString bar(int row) { return m_panel.findChild<BarChart*>()->description(row); }
    QComboBox* choice() { return m_panel.findChild<QComboBox*>(); }

    static WorkspaceSnapshot snapshot()
    {
        WorkspaceSnapshot snapshot;
        snapshot.classes = {{"Ace", "", {}, {}}, {"Nami", "", {}, {}}};
        snapshot.counts.images = 15;
        snapshot.counts.unlabelled = 3;
        snapshot.counts.perClass = {{"Ace", 10}, {"Nami", 2}};
        snapshot.counts.perClassSource = {{"Ace", {{"danbooru", 6}, {"kaggle", 4}}},
                                          {"Nami", {{"kaggle", 2}}}};
        snapshot.counts.perClassSplit = {{"Ace", {{"train", 8}, {"val", 1}, {"test", 1}}},
                                         {"Nami", {{"train", 2}}}};
        return snapshot;
    }

private Q_SLOTS:
    void initTestCase() { m_panel.show(); }
    void tellsSourcesApartWhereThereAreSeveral();
    void letsChooseWhereThereIsASplit();
    void oneSourceNeedsNoParts();
    void theSameBarAgainIsChosenAgain();
    void showsTheWeightsOfTraining();
    void drawsWhatLimitsWouldLeave();
};

void BalancePanelTest::tellsSourcesApartWhereThereAreSeveral()
{
    m_panel.setSnapshot(snapshot());
    QVERIFY(!choice()->isVisible());
    QVERIFY2(bar(0).contains(QStringLiteral("danbooru 6")), qPrintable(bar(0)));
    QVERIFY(bar(0).contains(QStringLiteral("kaggle 4")));
    QVERIFY(bar(1).contains(QStringLiteral("kaggle 2")));
    QCOMPARE(m_panel.findChild<BarChart*>()->total(2), 3.0); // those without a label
}

void BalancePanelTest::letsChooseWhereThereIsASplit()
{
    auto split = snapshot();
    split.split = SplitInfo{};
    m_panel.setSnapshot(split);
    QVERIFY(choice()->isVisible());
    QVERIFY2(bar(0).contains(QStringLiteral("8")) && !bar(0).contains(QStringLiteral("kaggle")),
             qPrintable(bar(0)));
    choice()->setCurrentIndex(1);
    QVERIFY(bar(0).contains(QStringLiteral("kaggle 4")));
    choice()->setCurrentIndex(0);
    QVERIFY(!bar(0).contains(QStringLiteral("kaggle")));
}

void BalancePanelTest::oneSourceNeedsNoParts()
{
    auto one = snapshot();
    one.counts.perClassSource = {{"Ace", {{"kaggle", 10}}}, {"Nami", {{"kaggle", 2}}}};
    m_panel.setSnapshot(one);
    QVERIFY(!choice()->isVisible());
    QVERIFY(!bar(0).contains(QStringLiteral("kaggle")));
    QCOMPARE(m_panel.findChild<BarChart*>()->total(0), 10.0);
}

void BalancePanelTest::theSameBarAgainIsChosenAgain()
{
    m_panel.setSnapshot(snapshot());
    auto* const chart = m_panel.findChild<BarChart*>();
    chart->setCurrentClass(1);
    QSignalSpy chosen(&m_panel, &BalancePanel::currentRowChanged);
    QTest::keyClick(chart, Qt::Key_Return);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[1][0].toInt(), 1);
}

void BalancePanelTest::showsTheWeightsOfTraining()
{
    auto split = snapshot();
    split.split = SplitInfo{};
    m_panel.setSnapshot(split);
    const auto weight = [&](int row) {
        return m_panel.model()
            .data(m_panel.model().index(row, ClassBalanceModel::WeightColumn), ClassBalanceModel::SortRole)
            .toDouble();
    };
    // 8 and 2 pictures of train: (1/8, 1/2) / (5/8) * 2
    QCOMPARE(weight(0), 0.4);
    QCOMPARE(weight(1), 1.6);
    QCOMPARE(weight(2), 0.0); // those without a label
}

void BalancePanelTest::drawsWhatLimitsWouldLeave()
{
    m_panel.setSnapshot(snapshot());
    SplitReport report;
    report.classes = {{10, 5}, {2, 2}};
    m_panel.setPreview(report);
    QVERIFY2(bar(0).contains(QStringLiteral("Would be used 5")), qPrintable(bar(0)));
    QVERIFY(bar(0).contains(QStringLiteral("Would be left out 5")));
    m_panel.setPreview(std::nullopt);
    QVERIFY(!bar(0).contains(QStringLiteral("Would")));
}

QTEST_MAIN(BalancePanelTest)
#include "balance_panel_test.moc"
