#include "ui/widgets/curve.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace nakama
{

class CurveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRoundAndCoverTheRange_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("F1") << 0.0 << 1.0 << 0.2 << 1;
        QTest::newRow("loss") << 0.13 << 2.9 << 0.5 << 1;
        QTest::newRow("small") << 0.0011 << 0.0019 << 0.0002 << 4;
        QTest::newRow("large") << 0.0 << 48000.0 << 10000.0 << 0;
        QTest::newRow("negative") << -3.0 << 7.0 << 2.0 << 0;
    }

    void ticksAreRoundAndCoverTheRange()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        const Ticks ticks = niceTicks(low, high, 6);
        QTEST(ticks.step, "step");
        QTEST(ticks.decimals, "decimals");
        QVERIFY(ticks.low <= low && ticks.low > low - ticks.step);
        QVERIFY(ticks.high >= high && ticks.high < high + ticks.step);
        QCOMPARE(ticks.count, std::lround((ticks.high - ticks.low) / ticks.step) + 1);
    }

    void ticksOfWholeNumbersHaveNoneBetween()
    {
        QCOMPARE(niceTicks(1, 3, 8, TickValues::Whole).step, 1.0);
        QCOMPARE(niceTicks(1, 3, 8).step, 0.2);
    }

    void ticksAreMadeOfAnything()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        for (const auto& [low, high] : {std::pair{5.0, 5.0},
                                        {0.0, 0.0},
                                        {1e300, 1e300},
                                        {infinity, -infinity},
                                        {std::nan(""), 1.0},
                                        {-infinity, infinity}}) {
            const Ticks ticks = niceTicks(low, high, 5);
            QVERIFY(ticks.low < ticks.high);
            QVERIFY(ticks.count >= 2 && ticks.count < 20);
            QVERIFY(!std::isfinite(low) || low > high || (ticks.low <= low && ticks.high >= high));
        }
    }

    void smoothingFollowsTheFormula()
    {
        const QList<QPointF> points{{1, 4}, {2, 0}, {3, 8}};
        QCOMPARE(smoothed(points, 0), points);
        // Debiased: 0.5·y1 / 0.5; (0.25·y1 + 0.5·y2) / 0.75; (0.125·y1 + 0.25·y2 + 0.5·y3) / 0.875.
        const auto half = smoothed(points, 0.5);
        QCOMPARE(half[0].y(), 4.0);
        QCOMPARE(half[1].y(), 1.0 / 0.75);
        QCOMPARE(half[2].y(), 4.5 / 0.875);
    }

    void smoothingPassesOverWhatIsNotFinite()
    {
        const auto result = smoothed({{1, 2}, {2, std::nan("")}, {3, 2}}, 0.9);
        QCOMPARE(result.size(), 2);
        QCOMPARE(result.last(), QPointF(3, 2));
    }

    void thinningKeepsEndsAndExtremes()
    {
        QList<QPointF> points;
        for (int x = 0; x < 50'000; ++x)
            points.append({double(x), std::sin(x * 0.37)});
        points[31'234].setY(9);
        points[7].setY(-7);
        const auto thin = thinned(points, 400);
        QVERIFY(thin.size() <= 4 * 401);
        QVERIFY(thin.size() >= 400);
        QCOMPARE(thin.first(), points.first());
        QCOMPARE(thin.last(), points.last());
        QVERIFY(thin.contains(QPointF(31'234, 9)));
        QVERIFY(thin.contains(QPointF(7, -7)));
        QVERIFY(std::is_sorted(thin.begin(), thin.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    }

    void thinningLeavesFewPointsAlone()
    {
        QCOMPARE(thinned({{1, 1}, {2, std::nan("")}, {3, 3}}, 100), (QList<QPointF>{{1, 1}, {3, 3}}));
        QCOMPARE(thinned({}, 100), QList<QPointF>());
        QCOMPARE(thinned(QList<QPointF>(1000, QPointF(5, 1)), 10).size(), 2); // all at one x
    }
};

} // namespace nakama

QTEST_GUILESS_MAIN(nakama::CurveTest)
#include "curve_test.moc"
