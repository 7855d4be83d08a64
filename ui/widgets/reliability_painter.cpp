#include "ui/widgets/reliability_painter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int padding = 10;
constexpr int countsHeight = 40;

} // namespace

ReliabilityPainter::ReliabilityPainter(const ReliabilityScene& scene, QRect room, const QFontMetrics& metrics,
                                       const ColorScheme& colors)
    : m_scene(scene), m_colors(colors), m_line(metrics.height()), m_titleLeft(room.left() + padding)
{
    const int left = padding + 2 * m_line + metrics.horizontalAdvance(QStringLiteral("100"));
    const int below = padding + countsHeight + 2 * m_line + 8;
    m_plot = QRectF(room.left() + left, room.top() + padding + m_line / 2.0,
                    room.width() - left - 2 * padding, room.height() - below - padding - m_line);
    m_counts = QRectF(m_plot.left(), m_plot.bottom() + 8, m_plot.width(), countsHeight);
}

QRect ReliabilityPainter::binRect(int index) const
{
    const auto& bin = m_scene.shown.bins[static_cast<std::size_t>(index)];
    return QRectF(QPointF(x(bin.low), m_plot.top()), QPointF(x(bin.high), m_counts.bottom())).toRect();
}

void ReliabilityPainter::paint(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintBins(painter);
    paintBefore(painter);
    paintCounts(painter);
    if (m_scene.current >= 0 && m_scene.current < static_cast<int>(m_scene.shown.bins.size())) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_colors.text, 2));
        painter.drawRect(binRect(m_scene.current));
    }
}

void ReliabilityPainter::paintAxes(QPainter& painter) const
{
    const QLocale locale;
    painter.setPen(QPen(m_colors.line, 1));
    for (int step = 0; step <= 5; ++step)
        painter.drawLine(QPointF(m_plot.left(), y(step / 5.0)), QPointF(m_plot.right(), y(step / 5.0)));
    painter.setPen(m_colors.mutedText);
    for (int step = 0; step <= 5; ++step) {
        const QString text = locale.toString(20 * step);
        const QRectF beside(m_plot.left() - 60, y(step / 5.0) - m_line / 2.0, 54, m_line);
        painter.drawText(beside, Qt::AlignRight | Qt::AlignVCenter, text);
        const QRectF below(x(step / 5.0) - 30, m_counts.bottom() + 2, 60, m_line);
        painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop, text);
    }
    painter.drawText(QRectF(m_plot.left(), m_counts.bottom() + 2 + m_line, m_plot.width(), m_line),
                     Qt::AlignCenter, tr("Probability of the answer, %"));
    painter.save();
    painter.translate(m_titleLeft, m_plot.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, m_plot.height(), m_line), Qt::AlignCenter, tr("Right, %"));
    painter.restore();
    painter.setPen(QPen(m_colors.mutedText, 1, Qt::DashLine));
    painter.drawLine(QPointF(x(0), y(0)), QPointF(x(1), y(1)));
}

void ReliabilityPainter::paintBins(QPainter& painter) const
{
    for (const auto& bin : m_scene.shown.bins) {
        if (bin.n == 0)
            continue;
        QColor color = m_colors.series(0);
        color.setAlphaF(0.75F);
        painter.fillRect(QRectF(QPointF(x(bin.low) + 1, y(bin.accuracy)), QPointF(x(bin.high) - 1, y(0))),
                         color);
    }
}

void ReliabilityPainter::paintBefore(QPainter& painter) const
{
    if (!m_scene.before)
        return;
    painter.setPen(QPen(m_colors.series(1), 2));
    for (const auto& bin : m_scene.before->bins)
        if (bin.n > 0)
            painter.drawLine(QPointF(x(bin.low) + 1, y(bin.accuracy)),
                             QPointF(x(bin.high) - 1, y(bin.accuracy)));
}

void ReliabilityPainter::paintCounts(QPainter& painter) const
{
    std::int64_t largest = 1;
    for (const auto& bin : m_scene.shown.bins)
        largest = std::max(largest, bin.n);
    for (const auto& bin : m_scene.shown.bins) {
        const double height = m_counts.height() * double(bin.n) / double(largest);
        painter.fillRect(
            QRectF(x(bin.low) + 1, m_counts.bottom() - height, x(bin.high) - x(bin.low) - 2, height),
            mixed(m_colors.surface, m_colors.text, 0.25));
    }
}

} // namespace nakama
