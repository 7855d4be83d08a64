#include "ui/widgets/bar_chart.h"

#include "ui/widgets/bars_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace nakama
{

BarChart::BarChart(QWidget* parent) : QScrollArea(parent), m_bars(new BarsView)
{
    setWidget(m_bars);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Classes"));
    m_bars->viewport()->installEventFilter(this);
}

void BarChart::setData(const QStringList& classes, const std::vector<BarPart>& parts)
{
    m_classes = classes;
    m_parts = parts;
    m_bars->setData(classes, parts);
    if (m_current >= classCount())
        setCurrentClass(-1);
}

void BarChart::setAxisTitle(const QString& title)
{
    m_bars->setAxisTitle(title);
}

double BarChart::total(int index) const
{
    double sum = 0;
    for (const BarPart& part : m_parts)
        sum += part.values[static_cast<std::size_t>(index)];
    return sum;
}

QString BarChart::description(int index) const
{
    const QLocale locale;
    QStringList texts{
        QStringLiteral("%1: %2").arg(m_classes.at(index), locale.toString(total(index), 'f', 0))};
    for (const BarPart& part : m_parts)
        if (m_parts.size() > 1)
            texts << part.name + QLatin1Char(' ') +
                         locale.toString(part.values[static_cast<std::size_t>(index)], 'f', 0);
    return texts.join(QStringLiteral(" · "));
}

void BarChart::setCurrentClass(int index)
{
    index = std::clamp(index, -1, classCount() - 1);
    if (index == m_current)
        return;
    m_current = index;
    m_bars->setCurrentRow(index);
    setAccessibleDescription(index >= 0 ? description(index) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (index >= 0) {
        const QRect row = m_bars->rowRect(index);
        ensureVisible(row.center().x(), row.center().y(), 0, row.height());
    }
    Q_EMIT currentClassChanged(index);
}

void BarChart::keyPressEvent(QKeyEvent* event)
{
    const int last = classCount() - 1;
    if (last < 0)
        return QScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrentClass(std::max(0, m_current - 1));
    case Qt::Key_Down:
        return setCurrentClass(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return setCurrentClass(0);
    case Qt::Key_End:
        return setCurrentClass(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT classActivated(m_current);
        return;
    default:
        QScrollArea::keyPressEvent(event);
    }
}

bool BarChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_bars->viewport())
        return QScrollArea::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int row = m_bars->rowAt(mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && row >= 0) {
            setFocus(Qt::MouseFocusReason);
            setCurrentClass(row);
            Q_EMIT classActivated(row);
        }
        return true;
    }
    case QEvent::MouseMove:
        m_bars->setHoveredRow(m_bars->rowAt(static_cast<QMouseEvent*>(event)->position().toPoint()));
        return true;
    case QEvent::Leave:
        m_bars->setHoveredRow(-1);
        return false;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = m_bars->rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), description(row), m_bars->viewport(), m_bars->rowRect(row));
        else
            QToolTip::hideText();
        return true;
    }
    default:
        return false;
    }
}

} // namespace nakama
