#pragma once

#include "ui/widgets/bar_chart.h"

#include <QBarCategoryAxis>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

namespace nakama
{

/** The chart inside a BarChart: paints bars, totals and the row under cursor or pointer; as high as its rows
 * need. */
class BarsView : public QChartView
{
    Q_OBJECT

public:
    explicit BarsView(QWidget* parent = nullptr);

    void setData(const QStringList& classes, const std::vector<BarPart>& parts);
    void setAxisTitle(const QString& title);
    void setCurrentRow(int row);
    void setHoveredRow(int row);

    /** The row that a point of the viewport lies in, names and empty parts included; −1 for none. */
    int rowAt(QPoint position) const;
    QRect rowRect(int row) const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void applyColors();
    void updateTicks();
    void fitHeight();

    QStringList m_classes;
    std::vector<double> m_totals;
    QHorizontalStackedBarSeries* m_series;
    QBarCategoryAxis* m_classAxis;
    QValueAxis* m_valueAxis;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace nakama
