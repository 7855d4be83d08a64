#include "ui/widgets/chart_look.h"

#include "ui/widgets/color_scheme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

namespace nakama
{

void prepareChart(QChartView& view)
{
    QChart* const chart = view.chart();
    chart->setBackgroundVisible(false);
    chart->setLocalizeNumbers(true);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeCircle);
    chart->legend()->setAlignment(Qt::AlignTop);
    view.setRenderHint(QPainter::Antialiasing);
    // Crosshair and rows are painted beside the chart's own items, so every change is one of the whole.
    view.setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    view.setMouseTracking(true);
}

void applyChartLook(QChartView& view)
{
    const ColorScheme colors(view.palette());
    view.setBackgroundBrush(colors.surface);
    view.chart()->legend()->setFont(view.font());
    view.chart()->legend()->setLabelColor(colors.text);
}

void applyAxisLook(QValueAxis& axis, const QChartView& view)
{
    const ColorScheme colors(view.palette());
    QFont small = view.font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    axis.setTruncateLabels(false);
    axis.setLabelsFont(small);
    axis.setLabelsColor(colors.mutedText);
    axis.setTitleFont(small);
    axis.setTitleBrush(colors.mutedText);
    axis.setGridLinePen(QPen(colors.line, 1));
    axis.setLinePen(QPen(colors.line, 1));
}

} // namespace nakama
