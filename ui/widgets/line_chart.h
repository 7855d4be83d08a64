#pragma once

#include "ui/widgets/curve.h"

#include <QChartView>
#include <QImage>
#include <QLineSeries>
#include <QTimer>
#include <QValueAxis>

#include <optional>
#include <vector>

namespace nakama
{

/**
 * Curves over a common x: learning curves and the like. Points may be appended thousands at a time; the
 * picture is brought up to date at most thirty times a second and only while it is in sight, and no more
 * points are drawn than can be told apart. The pointer or the arrow keys move a read-out of all values; the
 * context menu smooths, copies and saves.
 */
class LineChart : public QChartView
{
    Q_OBJECT

public:
    explicit LineChart(QWidget* parent = nullptr);

    /** Index of the new curve; its colour follows from it. */
    int addSeries(const QString& name);
    /** Removes all curves, and the marker. */
    void clearSeries();
    void setSeriesName(int series, const QString& name);
    int seriesCount() const { return static_cast<int>(m_curves.size()); }

    /** x must not fall; a y that is not finite leaves a gap in the read-out and nothing on the chart. */
    void append(int series, double x, double y);
    /** Replaces the points of a curve; they are sorted by x. */
    void setPoints(int series, QList<QPointF> points);
    const QList<QPointF>& points(int series) const
    {
        return m_curves[static_cast<std::size_t>(series)].points;
    }
    /** Removes the points of all curves, and the marker. */
    void clearPoints();

    void setAxisTitles(const QString& x, const QString& y);
    /** Fixes an end of the y axis; an end that is not given follows the points. */
    void setYLimits(std::optional<double> low, std::optional<double> high);
    /** Whole: x counts something (epochs, steps), so no ticks lie between. The default. */
    void setXValues(TickValues values);
    /** A dashed upright line, "best": the epoch whose weights are kept. */
    void setMarker(std::optional<double> x, const QString& label = {});
    /** What is said while there are no points. */
    void setPlaceholder(const QString& text);

    /** 0 to 0.99, as smoothed() takes it; above 0 the raw curves stay, faint. */
    void setSmoothing(double weight);
    double smoothing() const { return m_smoothing; }

    /** All values at the x of the points that is nearest: "Epoch 3 · train 0.42 · val 0.51". */
    QString readOut(double x) const;

    QValueAxis* xAxis() const { return m_xAxis; }
    QValueAxis* yAxis() const { return m_yAxis; }

    /** The chart without read-out, at scale pixels a point. */
    QImage picture(double scale = 2);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    struct Curve
    {
        QString name;
        QList<QPointF> points;
        QLineSeries* line = nullptr;
        QLineSeries* faint = nullptr; ///< the raw curve behind a smoothed one
    };
    struct Value
    {
        QColor color;
        QString text;
        std::optional<QPointF> position; ///< nothing where the value is not finite
    };

    void updateLater();
    void updateNow();
    void updateAxes();
    void updateCurve(int index, int columns);
    void setPens(int index);
    void applyColors();
    bool isEmpty() const;
    std::optional<double> nearestX(double x) const;
    void setCursor(std::optional<double> x);
    QString xText(double x) const;
    std::vector<Value> valuesAt(double x) const;
    void drawMarker(QPainter& painter) const;
    void drawDots(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;
    void drawReadOut(QPainter& painter, double x, const QString& title,
                     const std::vector<Value>& values) const;

    std::vector<Curve> m_curves;
    QValueAxis* m_xAxis;
    QValueAxis* m_yAxis;
    TickValues m_xValues = TickValues::Whole;
    std::optional<double> m_yLow;
    std::optional<double> m_yHigh;
    std::optional<double> m_marker;
    QString m_markerLabel;
    QString m_placeholder;
    double m_smoothing = 0;
    std::optional<double> m_cursor; ///< x of the read-out
    QTimer m_update;
};

} // namespace nakama
