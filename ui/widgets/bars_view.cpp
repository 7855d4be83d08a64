#include "ui/widgets/bars_view.h"

#include "ui/widgets/chart_look.h"
#include "ui/widgets/color_scheme.h"
#include "ui/widgets/curve.h"

#include <QBarSet>
#include <QChart>
#include <QLegend>
#include <QLegendMarker>
#include <QLocale>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace nakama
{

BarsView::BarsView(QWidget* parent)
    : QChartView(parent), m_series(new QHorizontalStackedBarSeries(this)),
      m_classAxis(new QBarCategoryAxis(this)), m_valueAxis(new QValueAxis(this))
{
    prepareChart(*this);
    chart()->setMargins({6, 4, 36, 4}); // room for the longest total
    chart()->addSeries(m_series);
    chart()->addAxis(m_classAxis, Qt::AlignLeft);
    chart()->addAxis(m_valueAxis, Qt::AlignBottom);
    m_series->attachAxis(m_classAxis);
    m_series->attachAxis(m_valueAxis);
    m_series->setBarWidth(0.62);
    m_classAxis->setTruncateLabels(false);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    applyColors();
}

void BarsView::setData(const QStringList& classes, const std::vector<BarPart>& parts)
{
    // Bars cannot be drawn along a reversed axis, so the chart has them in reverse: the first class is on
    // top.
    m_classes = classes;
    m_totals.assign(static_cast<std::size_t>(classes.size()), 0);
    m_series->clear();
    for (const BarPart& part : parts) {
        auto* const bars = new QBarSet(part.name);
        for (std::size_t index = 0; index < m_totals.size(); ++index) {
            bars->append(part.values[m_totals.size() - 1 - index]);
            m_totals[index] += part.values[index];
        }
        m_series->append(bars);
    }
    m_classAxis->clear();
    m_classAxis->append(QStringList(classes.rbegin(), classes.rend()));
    chart()->legend()->setVisible(parts.size() > 1);
    applyColors();
    updateTicks();
    fitHeight();
}

void BarsView::setAxisTitle(const QString& title)
{
    m_valueAxis->setTitleText(title);
}

void BarsView::setCurrentRow(int row)
{
    m_current = row;
    viewport()->update();
}

void BarsView::setHoveredRow(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

int BarsView::rowAt(QPoint position) const
{
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    const double y = mapToScene(position).y();
    if (m_classes.isEmpty() || y < plot.top() || y >= plot.bottom())
        return -1;
    return std::min(static_cast<int>((y - plot.top()) / plot.height() * double(m_classes.size())),
                    static_cast<int>(m_classes.size()) - 1);
}

QRect BarsView::rowRect(int row) const
{
    const QRectF plot = chart()->mapRectToScene(chart()->plotArea());
    const double height = plot.height() / double(std::max<qsizetype>(1, m_classes.size()));
    return QRectF(0, plot.top() + row * height, width(), height).toRect();
}

void BarsView::updateTicks()
{
    const double most = m_totals.empty() ? 0 : *std::max_element(m_totals.begin(), m_totals.end());
    const Ticks ticks = niceTicks(0, std::max(1.0, most), std::clamp(width() / 90, 2, 8), TickValues::Whole);
    m_valueAxis->setRange(ticks.low, ticks.high);
    m_valueAxis->setTickCount(ticks.count);
    m_valueAxis->setLabelFormat(QStringLiteral("%.0f"));
}

void BarsView::fitHeight()
{
    const int row = fontMetrics().height() + 5;
    setMinimumHeight(row * static_cast<int>(m_classes.size()) + 5 * fontMetrics().height());
}

void BarsView::applyColors()
{
    const ColorScheme colors(palette());
    applyChartLook(*this);
    applyAxisLook(*m_valueAxis, *this);
    m_valueAxis->setLineVisible(false);
    m_classAxis->setLabelsFont(font());
    m_classAxis->setLabelsColor(colors.text);
    m_classAxis->setGridLineVisible(false);
    m_classAxis->setLinePen(QPen(colors.line, 1));
    const auto sets = m_series->barSets();
    for (qsizetype index = 0; index < sets.size(); ++index) {
        sets[index]->setColor(colors.series(static_cast<int>(index)));
        sets[index]->setBorderColor(colors.surface);
    }
    for (QLegendMarker* marker : chart()->legend()->markers(m_series))
        marker->setPen(colors.surface); // NoPen would mean the default outline
}

void BarsView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColors();
        fitHeight();
    }
}

void BarsView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    updateTicks();
}

void BarsView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the surrounding area scrolls
}

void BarsView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    const ColorScheme colors(palette());
    const auto band = [&](int row, QColor color, float alpha) {
        if (row < 0)
            return;
        color.setAlphaF(alpha);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(QRectF(rowRect(row)).adjusted(3, 0, -3, 0), 4, 4);
    };
    if (m_hovered != m_current)
        band(m_hovered, colors.text, 0.06F);
    band(m_current, colors.accent, 0.22F);
}

void BarsView::drawForeground(QPainter* painter, const QRectF&)
{
    painter->setFont(font());
    painter->setPen(ColorScheme(palette()).mutedText);
    for (std::size_t row = 0; row < m_totals.size(); ++row) {
        const QRectF line = rowRect(static_cast<int>(row));
        const double end = chart()->mapToScene(chart()->mapToPosition({m_totals[row], 0}, m_series)).x();
        painter->drawText(QRectF(end + 6, line.top(), 80, line.height()), Qt::AlignVCenter,
                          QLocale().toString(m_totals[row], 'f', 0));
    }
}

} // namespace nakama
