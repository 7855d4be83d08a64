#include "ui/widgets/metric_card.h"

#include "ui/widgets/color_scheme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int lineHeight = 4; ///< of the line that shows the interval

QLabel* cardLabel(QWidget* card)
{
    auto* const label = new QLabel(card);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

MetricCard::MetricCard(const QString& title, Kind kind, QWidget* parent)
    : QFrame(parent), m_kind(kind), m_title(cardLabel(this)), m_value(cardLabel(this)),
      m_detail(cardLabel(this))
{
    m_title->setText(title);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10 + lineHeight + 6);
    layout->setSpacing(1);
    layout->addWidget(m_title);
    layout->addWidget(m_value);
    layout->addWidget(m_detail);
    applyLook();
    setFigure(std::nullopt);
}

void MetricCard::setExplanation(const QString& text)
{
    m_explanation = text;
    setToolTip(text);
    setAccessibleDescription(text);
}

void MetricCard::setFigure(const std::optional<MetricFigure>& figure)
{
    m_figure = figure;
    const QLocale locale;
    if (!figure) {
        m_value->setText(QStringLiteral("–"));
        m_detail->setText(tr("not evaluated"));
    } else {
        m_value->setText(locale.toString(figure->value, 'f', 3));
        const QString n = locale.toString(static_cast<qlonglong>(figure->n));
        if (figure->interval)
            m_detail->setText(tr("95 %: %1–%2, n = %3")
                                  .arg(locale.toString(figure->interval->low, 'f', 2),
                                       locale.toString(figure->interval->high, 'f', 2), n));
        else
            m_detail->setText(tr("n = %1").arg(n));
    }
    setAccessibleName(m_title->text() + QStringLiteral(": ") + m_value->text() + QStringLiteral(", ") +
                      m_detail->text());
    update();
}

QString MetricCard::valueText() const
{
    return m_value->text();
}

QString MetricCard::detailText() const
{
    return m_detail->text();
}

void MetricCard::applyLook()
{
    QFont big = font();
    big.setPointSizeF(font().pointSizeF() * 2.0);
    big.setWeight(QFont::DemiBold);
    m_value->setFont(big);
    const ColorScheme colors(palette());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors.mutedText);
    m_title->setPalette(muted);
    m_detail->setPalette(muted);
    QPalette strong = palette();
    strong.setColor(QPalette::WindowText, colors.text);
    m_value->setPalette(strong);
}

void MetricCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void MetricCard::paintEvent(QPaintEvent*)
{
    const ColorScheme colors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    if (m_kind != Kind::Share)
        return;

    // The line is the whole range from 0 to 1; the interval lies on it, and the value is the dot.
    const QRectF line(15, height() - 11 - lineHeight, width() - 30, lineHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(colors.surface, colors.text, 0.08));
    painter.drawRoundedRect(line, lineHeight / 2.0, lineHeight / 2.0);
    if (!m_figure)
        return;
    const auto at = [&](double share) { return line.left() + line.width() * share; };
    if (m_figure->interval) {
        const auto [low, high] = *m_figure->interval;
        painter.setBrush(mixed(colors.surface, colors.series(0), 0.45));
        painter.drawRoundedRect(QRectF(at(low), line.top(), at(high) - at(low), lineHeight), lineHeight / 2.0,
                                lineHeight / 2.0);
    }
    painter.setBrush(colors.series(0));
    painter.drawEllipse(QPointF(at(m_figure->value), line.center().y()), 4.5, 4.5);
}

} // namespace nakama
