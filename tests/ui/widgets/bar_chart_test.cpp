#include "ui/widgets/bar_chart.h"
#include "ui/widgets/bars_view.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace nakama
{

class BarChartTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<BarPart> parts(int classes)
    {
        std::vector<BarPart> result{{QStringLiteral("train"), {}}, {QStringLiteral("test"), {}}};
        for (int index = 0; index < classes; ++index) {
            result[0].values.push_back(10 + index);
            result[1].values.push_back(3);
        }
        return result;
    }

    static QStringList names(int classes)
    {
        QStringList result;
        for (int index = 0; index < classes; ++index)
            result << QStringLiteral("Class %1").arg(index);
        return result;
    }

private Q_SLOTS:
    void clickActivatesTheClassUnderIt()
    {
        BarChart chart;
        chart.resize(500, 400);
        chart.setData(names(5), parts(5));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        auto* const bars = chart.findChild<BarsView*>();
        QSignalSpy activated(&chart, &BarChart::classActivated);
        for (const int row : {0, 3, 4}) {
            const QRect rect = bars->rowRect(row);
            QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, rect.center());
            QCOMPARE(activated.takeFirst().constFirst().toInt(), row);
            QCOMPARE(chart.currentClass(), row);
        }
        QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, QPoint(250, 2)); // the legend is no class
        QVERIFY(activated.isEmpty());
    }

    void firstClassIsOnTop()
    {
        BarChart chart;
        chart.resize(500, 400);
        chart.setData(names(3), {{QStringLiteral("all"), {90, 10, 10}}});
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QTest::qWait(50);
        auto* const bars = chart.findChild<BarsView*>();
        const QImage image = bars->viewport()->grab().toImage();
        // Where the long bar ends but the short ones are long over.
        const int x = static_cast<int>(image.width() * 0.7);
        const QColor inLong = image.pixelColor(x, bars->rowRect(0).center().y());
        const QColor inShort = image.pixelColor(x, bars->rowRect(2).center().y());
        QVERIFY(inLong != inShort);
        QCOMPARE(inShort, chart.palette().color(QPalette::Base));
    }

    void keysMoveAndActivate()
    {
        BarChart chart;
        chart.setData(names(4), parts(4));
        QSignalSpy activated(&chart, &BarChart::classActivated);
        QTest::keyClick(&chart, Qt::Key_Return);
        QVERIFY(activated.isEmpty()); // nothing is current yet
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.currentClass(), 1);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.takeFirst().constFirst().toInt(), 1);
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.currentClass(), 3);
        QCOMPARE(chart.accessibleDescription(), chart.description(3));
    }

    void describesAClass()
    {
        BarChart chart;
        chart.setData(names(2), parts(2));
        QCOMPARE(chart.total(1), 14.0);
        QCOMPARE(chart.description(1), QStringLiteral("Class 1: 14 · train 11 · test 3"));
        chart.setData(names(2), {{QStringLiteral("all"), {1, 2}}});
        QCOMPARE(chart.description(1), QStringLiteral("Class 1: 2"));
    }

    void currentClassGoesWithItsData()
    {
        BarChart chart;
        chart.setData(names(5), parts(5));
        chart.setCurrentClass(4);
        chart.setData(names(5), parts(5));
        QCOMPARE(chart.currentClass(), 4);
        chart.setData(names(2), parts(2));
        QCOMPARE(chart.currentClass(), -1);
        chart.setData({}, {});
        QCOMPARE(chart.classCount(), 0);
    }

    void manyClassesScroll()
    {
        BarChart chart;
        chart.resize(500, 300);
        chart.setData(names(100), parts(100));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QVERIFY(chart.verticalScrollBar()->maximum() > 500);
        chart.setCurrentClass(99);
        QVERIFY(chart.verticalScrollBar()->value() > 500);
    }
};

} // namespace nakama

QTEST_MAIN(nakama::BarChartTest)
#include "bar_chart_test.moc"
