#include "tests/ui/widgets/example_data.h"
#include "tests/ui/widgets/screenshot.h"
#include "ui/widgets/color_scheme.h"
#include "ui/widgets/line_chart.h"

#include <QChart>
#include <QLegend>
#include <QLegendMarker>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace nakama
{

namespace
{

/** What is drawn of a curve: its line, after which comes none or its faint raw line. */
QLineSeries* drawn(const LineChart& chart, int index)
{
    QList<QLineSeries*> visible;
    for (QAbstractSeries* series : chart.chart()->series())
        if (series->isVisible())
            visible << qobject_cast<QLineSeries*>(series);
    return visible.value(index);
}

int pixelsLike(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                         std::abs(pixel.blue() - color.blue()) <
                     24;
        }
    return count;
}

} // namespace

class LineChartTest : public QObject
{
    Q_OBJECT

private:
    LineChart m_chart;

private Q_SLOTS:
    void init()
    {
        m_chart.resize(640, 360);
        m_chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_chart));
        while (m_chart.seriesCount() < 2)
            m_chart.addSeries(m_chart.seriesCount() == 0 ? QStringLiteral("train") : QStringLiteral("val"));
        m_chart.clearPoints();
        m_chart.setSmoothing(0);
        m_chart.setYLimits(std::nullopt, std::nullopt);
        m_chart.setAxisTitles(QStringLiteral("Epoch"), QStringLiteral("Loss"));
    }

    void appendedPointsAreShownWithFittingAxes()
    {
        for (int epoch = 1; epoch <= 12; ++epoch)
            m_chart.append(0, epoch, 3.0 / epoch);
        QCOMPARE(m_chart.points(0).size(), 12);
        QTRY_COMPARE(drawn(m_chart, 0)->count(), 12);
        QCOMPARE(m_chart.xAxis()->min(), 1.0);
        QCOMPARE(m_chart.xAxis()->max(), 12.0);
        QVERIFY(m_chart.yAxis()->min() <= 0.25);
        QCOMPARE(m_chart.yAxis()->max(), 3.0);
    }

    void pointsMayComeUnsorted()
    {
        m_chart.setPoints(0, {{3, 30}, {1, 10}, {2, 20}});
        QCOMPARE(m_chart.points(0), (QList<QPointF>{{1, 10}, {2, 20}, {3, 30}}));
    }

    void manyPointsAreThinned()
    {
        for (const QPointF& point : example::curve(50'000, 3, 0.2, 0.2, 5))
            m_chart.append(0, point.x(), point.y());
        QTRY_VERIFY(drawn(m_chart, 0)->count() > 500);
        QVERIFY2(drawn(m_chart, 0)->count() < 4 * 640,
                 qPrintable(QString::number(drawn(m_chart, 0)->count())));
        QCOMPARE(m_chart.points(0).size(), 50'000);
    }

    void updatesAreCoalesced()
    {
        QSignalSpy replaced(drawn(m_chart, 0), &QXYSeries::pointsReplaced);
        for (int step = 1; step <= 1000; ++step)
            m_chart.append(0, step, step);
        QTRY_VERIFY(replaced.count() > 0);
        QVERIFY2(replaced.count() < 5, qPrintable(QString::number(replaced.count())));
    }

    void fixedLimitsHold()
    {
        m_chart.setYLimits(0, 1);
        m_chart.setPoints(0, {{1, 0.4}, {2, 0.6}});
        QTRY_COMPARE(drawn(m_chart, 0)->count(), 2);
        QCOMPARE(m_chart.yAxis()->min(), 0.0);
        QCOMPARE(m_chart.yAxis()->max(), 1.0);
    }

    void valuesThatAreNotFiniteDoNotSpoilTheChart()
    {
        m_chart.setPoints(0, {{1, 2.0}, {2, std::nan("")}, {3, INFINITY}, {4, 1.0}});
        QTRY_COMPARE(drawn(m_chart, 0)->count(), 2);
        QVERIFY(m_chart.yAxis()->max() < 3);
        QCOMPARE(m_chart.readOut(2), QStringLiteral("Epoch 2 · train not a number"));
    }

    void readOutTakesTheNearestX()
    {
        m_chart.setPoints(0, {{1, 0.5}, {2, 0.25}});
        m_chart.setPoints(1, {{2, 0.75}});
        QCOMPARE(m_chart.readOut(0.2), QStringLiteral("Epoch 1 · train 0.500"));
        QCOMPARE(m_chart.readOut(1.8), QStringLiteral("Epoch 2 · train 0.250 · val 0.750"));
        m_chart.clearPoints();
        QCOMPARE(m_chart.readOut(1), QString());
    }

    void pointerAndKeysMoveTheCursor()
    {
        m_chart.setPoints(0, {{1, 0.5}, {2, 0.25}, {3, 0.125}});
        QTRY_COMPARE(drawn(m_chart, 0)->count(), 3);
        QTest::mouseMove(m_chart.viewport(), m_chart.viewport()->rect().center());
        QTRY_COMPARE(m_chart.accessibleDescription(), QStringLiteral("Epoch 2 · train 0.250"));
        test::screenshot(m_chart, QStringLiteral("line-chart-cursor"));
        QTest::keyClick(&m_chart, Qt::Key_Right);
        QCOMPARE(m_chart.accessibleDescription(), QStringLiteral("Epoch 3 · train 0.125"));
        QTest::keyClick(&m_chart, Qt::Key_Right); // stays at the end
        QCOMPARE(m_chart.accessibleDescription(), QStringLiteral("Epoch 3 · train 0.125"));
        QTest::keyClick(&m_chart, Qt::Key_Home);
        QCOMPARE(m_chart.accessibleDescription(), QStringLiteral("Epoch 1 · train 0.500"));
    }

    void smoothingKeepsTheRawCurveFaint()
    {
        m_chart.setPoints(0, example::curve(300, 3, 0.2, 0.4, 8));
        m_chart.setPoints(1, {});
        QTRY_COMPARE(drawn(m_chart, 0)->count(), 300);
        m_chart.setSmoothing(0.9);
        const auto faint = [&] { return drawn(m_chart, 0); };
        const auto line = [&] { return drawn(m_chart, 1); };
        QTRY_VERIFY(faint()->count() == 300 && line() != nullptr && line()->count() == 300);
        QCOMPARE(faint()->points(), m_chart.points(0));
        QCOMPARE(line()->points(), smoothed(m_chart.points(0), 0.9));
        QVERIFY(faint()->pen().color().alphaF() < 0.4F);
        int shown = 0;
        for (QLegendMarker* marker : m_chart.chart()->legend()->markers())
            shown += marker->isVisible();
        QCOMPARE(shown, m_chart.seriesCount()); // the raw curves are not named a second time
    }

    void pictureShowsCurvesInBothThemes()
    {
        m_chart.setPoints(0, {{1, 1}, {2, 1}, {3, 1}});
        for (const auto& [base, text] : {std::pair{Qt::white, Qt::black}, {Qt::black, Qt::white}}) {
            QPalette palette;
            palette.setColor(QPalette::Base, base);
            palette.setColor(QPalette::Text, text);
            m_chart.setPalette(palette);
            const ColorScheme colors(palette);
            const QImage image = m_chart.picture(2);
            QCOMPARE(image.size(), m_chart.viewport()->size() * 2);
            QCOMPARE(image.pixelColor(3, 3), QColor(base));
            QVERIFY(pixelsLike(image, colors.series(0)) > 1000); // a line of 4 pixels across
        }
    }

    void pictureOfAChartThatWasNeverShown()
    {
        QWidget page;
        LineChart chart(&page);
        chart.setPoints(chart.addSeries(QStringLiteral("train")), {{1, 1}, {2, 2}, {3, 1}});
        chart.setMarker(2, QStringLiteral("best"));
        const QImage image = chart.picture(2);
        QCOMPARE(image.size(), QSize(1120, 640));
        const ColorScheme colors(chart.palette());
        // The curve spans the picture, and not a corner of it.
        QVERIFY(pixelsLike(image.copy(200, 0, 200, 640), colors.series(0)) > 200);
        QVERIFY(pixelsLike(image.copy(800, 0, 200, 640), colors.series(0)) > 200);
        QVERIFY(pixelsLike(image, colors.mutedText) > 100);
    }

    void menuSmooths()
    {
        m_chart.setPoints(0, {{1, 1}, {2, 3}, {3, 2}});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(10, 10),
                                m_chart.mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(m_chart.viewport(), &event);
        auto* const menu = m_chart.findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        QMenu* const smoothing = menu->actions().constFirst()->menu();
        QVERIFY(smoothing != nullptr);
        smoothing->actions().constLast()->trigger();
        QCOMPARE(m_chart.smoothing(), 0.9);
        menu->close();
    }
};

} // namespace nakama

QTEST_MAIN(nakama::LineChartTest)
#include "line_chart_test.moc"
