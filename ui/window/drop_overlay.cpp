#include "ui/window/drop_overlay.h"

#include <QPainter>

#include <algorithm>

namespace nakama
{

DropOverlay::DropOverlay(QWidget& covered) : QWidget(&covered)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::offer(const QStringList& choices)
{
    m_choices = choices;
    m_pointed = 0;
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

int DropOverlay::pointAt(QPoint position)
{
    const auto fields = std::max(static_cast<int>(m_choices.size()), 1); // a drop may come without an offer
    const int pointed = std::clamp(position.x() * fields / std::max(width(), 1), 0, fields - 1);
    if (pointed != m_pointed) {
        m_pointed = pointed;
        update();
    }
    return m_pointed;
}

QRect DropOverlay::fieldOf(qsizetype choice) const
{
    const auto edge = [this](qsizetype of) { return static_cast<int>(of * width() / m_choices.size()); };
    return QRect(QPoint(edge(choice), 0), QPoint(edge(choice + 1) - 1, height() - 1))
        .adjusted(20, 20, -20, -20);
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.88f);
    painter.fillRect(rect(), veil);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    painter.setFont(large);
    for (qsizetype choice = 0; choice < m_choices.size(); ++choice) {
        const bool pointed = choice == m_pointed;
        const QColor colour = palette().color(pointed ? QPalette::Highlight : QPalette::PlaceholderText);
        painter.setPen(QPen(colour, pointed ? 3 : 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(fieldOf(choice)), 14, 14);
        painter.setPen(palette().color(pointed ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(fieldOf(choice).adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_choices[choice]);
    }
}

} // namespace nakama
