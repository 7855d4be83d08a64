#include "ui/widgets/reliability_chart.h"

#include "ui/widgets/reliability_painter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr QSize smallestDrawing{480, 420};

} // namespace

ReliabilityChart::ReliabilityChart(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(260, 220);
    setAccessibleName(tr("Reliability diagram"));
}

void ReliabilityChart::setReliability(const Reliability& shown, const std::optional<Reliability>& before)
{
    m_shown = shown;
    m_before = before;
    if (m_current >= binCount())
        setCurrentBin(-1);
    update();
}

void ReliabilityChart::setCurrentBin(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    setAccessibleDescription(index < 0 ? QString() : description(index));
    update();
}

QString ReliabilityChart::description(int index) const
{
    const QLocale locale;
    const auto percent = [&](double share) { return locale.toString(100 * share, 'f', 0); };
    const auto& one = bin(index);
    const QString range = tr("%1–%2 % sure").arg(percent(one.low), percent(one.high));
    if (one.n == 0)
        return range + QStringLiteral(": ") + tr("no pictures");
    return range + QStringLiteral(": ") + tr("%n picture(s)", nullptr, static_cast<int>(one.n)) +
           QStringLiteral(", ") +
           tr("on average %1 % sure, %2 % right").arg(percent(one.confidence), percent(one.accuracy));
}

QRect ReliabilityChart::binRect(int index) const
{
    const ReliabilityScene scene{m_shown, m_before, m_current};
    const ColorScheme colors(palette());
    return ReliabilityPainter(scene, rect(), fontMetrics(), colors).binRect(index);
}

int ReliabilityChart::binAt(QPoint position) const
{
    for (int index = 0; index < binCount(); ++index)
        if (binRect(index).contains(position))
            return index;
    return -1;
}

Drawing ReliabilityChart::drawing() const
{
    const ReliabilityScene scene{m_shown, m_before, -1};
    const ColorScheme colors(palette());
    // A chart on a page that was never shown has no size of its own yet.
    const QRect room(QPoint(0, 0), size().expandedTo(smallestDrawing));
    return {room.size(), colors.surface, [scene, colors, font = font(), room](QPainter& painter) {
                painter.setFont(font);
                ReliabilityPainter(scene, room, painter.fontMetrics(), colors).paint(painter);
            }};
}

void ReliabilityChart::paintEvent(QPaintEvent*)
{
    const ReliabilityScene scene{m_shown, m_before, m_current};
    const ColorScheme colors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.surface);
    if (!m_shown.bins.empty())
        ReliabilityPainter(scene, rect(), fontMetrics(), colors).paint(painter);
}

void ReliabilityChart::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = binAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0) {
        setCurrentBin(index);
        Q_EMIT binActivated(index);
    }
}

void ReliabilityChart::keyPressEvent(QKeyEvent* event)
{
    const int last = binCount() - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrentBin(m_current < 0 ? last : std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        setCurrentBin(m_current < 0 ? 0 : std::min(last, m_current + 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT binActivated(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool ReliabilityChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const int index = binAt(help->pos());
    if (index >= 0)
        QToolTip::showText(help->globalPos(), description(index), this, binRect(index));
    else
        QToolTip::hideText();
    return true;
}

} // namespace nakama
