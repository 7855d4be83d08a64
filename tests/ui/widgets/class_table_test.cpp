#include "tests/ui/widgets/example_data.h"
#include "ui/widgets/class_metrics_model.h"
#include "ui/widgets/class_table.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

namespace nakama
{

namespace
{

const std::vector<ClassMetrics> classes{
    {"Ace", 0.5, 1.0, 2.0 / 3.0, 4}, {"Sabo", 0.9, 0.25, 0.39, 12}, {"Zoro", 0, 0, 0, 0}};

} // namespace

class ClassTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheRules()
    {
        ClassMetricsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setMetrics(classes);
        QCOMPARE(model.rowCount(), 3);
        model.setMetrics({});
        model.setMetrics(classes);
    }

    void modelShowsFigures()
    {
        ClassMetricsModel model;
        model.setMetrics(classes);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, ClassMetricsModel::Name), QStringLiteral("Ace"));
        QCOMPARE(text(0, ClassMetricsModel::F1), QStringLiteral("0.667"));
        QCOMPARE(text(1, ClassMetricsModel::Recall), QStringLiteral("0.250"));
        QCOMPARE(text(1, ClassMetricsModel::Support), QStringLiteral("12"));
        QCOMPARE(model.index(1, ClassMetricsModel::Precision).data(Qt::UserRole).toDouble(), 0.9);
        QCOMPARE(model.headerData(ClassMetricsModel::F1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("F1"));
    }

    void headerSortsByValue()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        const auto first = [&] { return table.model()->index(0, 0).data().toString(); };
        QCOMPARE(first(), QStringLiteral("Ace")); // the model's own order
        table.sortByColumn(ClassMetricsModel::Support, Qt::DescendingOrder);
        QCOMPARE(first(), QStringLiteral("Sabo")); // 12 before 4: as numbers, not as text
        table.sortByColumn(ClassMetricsModel::F1, Qt::AscendingOrder);
        QCOMPARE(first(), QStringLiteral("Zoro"));
    }

    void rowsAreThoseOfTheSource()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        table.sortByColumn(ClassMetricsModel::F1, Qt::AscendingOrder);
        QSignalSpy changed(&table, &ClassTable::currentSourceRowChanged);
        QSignalSpy activated(&table, &ClassTable::sourceRowActivated);
        table.setCurrentSourceRow(1);
        QCOMPARE(table.currentSourceRow(), 1);
        QCOMPARE(changed.constLast().constFirst().toInt(), 1);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.constLast().constFirst().toInt(), 1);
    }

    void comingByTabChoosesNoClass()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        QSignalSpy changed(&table, &ClassTable::currentSourceRowChanged);
        table.show();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.clearFocus();
        table.setFocus(Qt::TabFocusReason);
        QVERIFY(table.hasFocus());
        QVERIFY(changed.isEmpty());
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(changed.constLast().constFirst().toInt(), 0);
    }

    void otherFiguresOfTheSameClassesLeaveTheChoice()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        table.setCurrentSourceRow(1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        auto others = classes;
        others[1].f1 = 0.125;
        model.setMetrics(others);
        QVERIFY(reset.isEmpty());
        QCOMPARE(table.currentSourceRow(), 1);
        QCOMPARE(model.index(1, ClassMetricsModel::F1).data().toString(), QStringLiteral("0.125"));
        others.pop_back();
        model.setMetrics(others);
        QCOMPARE(reset.count(), 1);
    }

    void copiesSelectedRows()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        table.setCurrentSourceRow(0);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Class\tPrecision\tRecall\tF1\tPictures\nAce\t0.500\t1.000\t0.667\t4\n"));
    }

    void barsGrowWithTheShare()
    {
        ClassTable table;
        ClassMetricsModel model;
        model.setMetrics(classes);
        table.setSource(&model);
        table.showBars(ClassMetricsModel::Precision);
        table.resize(600, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QImage image = table.viewport()->grab().toImage();
        const auto barLength = [&](int row) {
            const QRect cell = table.visualRect(table.model()->index(row, ClassMetricsModel::Precision));
            int length = 0;
            for (int x = cell.left(); x < cell.right(); ++x)
                length +=
                    image.pixelColor(x, cell.top() + 5) != image.pixelColor(cell.left() + 1, cell.top() + 1);
            return length;
        };
        QVERIFY(barLength(1) > barLength(0) + 10);
        QVERIFY(barLength(0) > 10);
        QCOMPARE(barLength(2), 0);
    }
};

} // namespace nakama

QTEST_MAIN(nakama::ClassTableTest)
#include "class_table_test.moc"
