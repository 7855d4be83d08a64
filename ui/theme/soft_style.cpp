#include "ui/theme/soft_style.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr qreal radius = 6;
constexpr int controlHeight = 32;

QColor blend(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

bool isEnabled(const QStyleOption* option)
{
    return option->state & QStyle::State_Enabled;
}

bool isPrimary(const QWidget* widget)
{
    return widget && widget->property("primary").toBool();
}

void drawPanel(QPainter* painter, const QRect& rect, const QColor& fill, const QPen& border,
               qreal round = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    painter->restore();
}

QPen borderPen(const QStyleOption* option)
{
    const auto& palette = option->palette;
    if (isEnabled(option) && option->state & QStyle::State_HasFocus)
        return QPen(palette.color(QPalette::Highlight), 1.6);
    const QColor line = palette.color(QPalette::Mid);
    return QPen(isEnabled(option) ? line : blend(line, palette.color(QPalette::Window), 0.5), 1);
}

void drawButton(QPainter* painter, const QStyleOption* option, const QWidget* widget)
{
    const auto& palette = option->palette;
    const bool primary = isPrimary(widget) && isEnabled(option);
    QColor fill = palette.color(primary ? QPalette::Highlight : QPalette::Button);
    const QColor ink = palette.color(primary ? QPalette::HighlightedText : QPalette::ButtonText);
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        fill = blend(fill, primary ? Qt::black : ink, 0.14);
    else if (isEnabled(option) && option->state & QStyle::State_MouseOver)
        fill = blend(fill, ink, 0.07);
    QPen border = borderPen(option);
    if (primary)
        border = option->state & QStyle::State_HasFocus ? QPen(palette.color(QPalette::WindowText), 1.6)
                                                        : QPen(fill, 1);
    drawPanel(painter, option->rect, fill, border);
}

void drawToolButtonPanel(QPainter* painter, const QStyleOption* option)
{
    const auto& palette = option->palette;
    const QColor window = palette.color(QPalette::Window);
    QColor fill = Qt::transparent;
    if (option->state & QStyle::State_On)
        fill = blend(window, palette.color(QPalette::Highlight), 0.18);
    else if (option->state & QStyle::State_Sunken)
        fill = blend(window, palette.color(QPalette::ButtonText), 0.16);
    else if (isEnabled(option) && option->state & QStyle::State_MouseOver)
        fill = blend(window, palette.color(QPalette::ButtonText), 0.08);
    const bool focus =
        option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
    drawPanel(painter, option->rect, fill,
              focus ? QPen(palette.color(QPalette::Highlight), 1.6) : QPen(Qt::NoPen));
}

void drawChevron(QPainter* painter, const QRect& rect, const QColor& ink, bool up)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(rect).center();
    const qreal tip = up ? -1.9 : 1.9;
    painter->drawPolyline(
        QList<QPointF>{middle + QPointF(-3.6, -tip), middle + QPointF(0, tip), middle + QPointF(3.6, -tip)});
    painter->restore();
}

void drawPushButtonLabel(const QStyle* style, QPainter* painter, const QStyleOptionButton* button,
                         const QWidget* widget)
{
    const bool enabled = isEnabled(button);
    const bool onAccent = isPrimary(widget) && enabled;
    const QColor ink = button->palette.color(onAccent ? QPalette::HighlightedText : QPalette::ButtonText);
    const int gap = button->icon.isNull() || button->text.isEmpty() ? 0 : 7;
    const QSize iconSize = button->icon.isNull() ? QSize(0, 0) : button->iconSize;
    QRect area = button->rect.adjusted(6, 0, -6, 0);
    if (button->features & QStyleOptionButton::HasMenu) {
        const QRect arrow(area.right() - 12, area.top(), 12, area.height());
        drawChevron(painter, arrow, ink, false);
        area.setRight(arrow.left() - 2);
    }
    const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    const int width = std::min(area.width(), iconSize.width() + gap + textWidth);
    QRect content(area.left() + (area.width() - width) / 2, area.top(), width, area.height());
    if (button->direction == Qt::RightToLeft)
        content = QStyle::visualRect(button->direction, area, content);
    if (!iconSize.isEmpty()) {
        const auto mode = !enabled ? QIcon::Disabled : onAccent ? QIcon::Selected : QIcon::Normal;
        button->icon.paint(painter,
                           QRect(content.left(), content.center().y() - iconSize.height() / 2,
                                 iconSize.width(), iconSize.height()),
                           Qt::AlignCenter, mode);
    }
    painter->setPen(ink);
    const int shortcut = style->styleHint(QStyle::SH_UnderlineShortcut, button, widget)
                             ? Qt::TextShowMnemonic
                             : Qt::TextHideMnemonic;
    painter->drawText(content.adjusted(iconSize.width() + gap, 0, 0, 0),
                      Qt::AlignCenter | Qt::TextSingleLine | shortcut, button->text);
}

void drawProgress(QPainter* painter, const QStyleOptionProgressBar* bar)
{
    const QRect groove(bar->rect.left(), bar->rect.center().y() - 3, bar->rect.width(), 7);
    drawPanel(painter, groove,
              blend(bar->palette.color(QPalette::Window), bar->palette.color(QPalette::WindowText), 0.12),
              Qt::NoPen, 3.5);
    const bool endless = bar->minimum == bar->maximum;
    const double share =
        endless
            ? 1.0
            : std::clamp((bar->progress - bar->minimum) / static_cast<double>(bar->maximum - bar->minimum),
                         0.0, 1.0);
    const int width = static_cast<int>(share * groove.width());
    if (width <= 0)
        return;
    QRect done(groove.left(), groove.top(), std::max(7, width), groove.height());
    const QColor accent = bar->palette.color(QPalette::Highlight);
    drawPanel(painter, QStyle::visualRect(bar->direction, groove, done),
              endless ? blend(accent, bar->palette.color(QPalette::Window), 0.5) : accent, Qt::NoPen, 3.5);
}

void drawScrollBar(const QStyle* style, QPainter* painter, const QStyleOptionSlider* bar,
                   const QWidget* widget)
{
    const QRect handle = style->subControlRect(QStyle::CC_ScrollBar, bar, QStyle::SC_ScrollBarSlider, widget);
    if (bar->maximum <= bar->minimum)
        return;
    const bool upright = bar->orientation == Qt::Vertical;
    const bool active =
        bar->state & QStyle::State_MouseOver || bar->activeSubControls & QStyle::SC_ScrollBarSlider;
    const QColor ink =
        blend(bar->palette.color(QPalette::Base), bar->palette.color(QPalette::Text), active ? 0.45 : 0.25);
    const QRect shape = upright ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    drawPanel(painter, shape, ink, Qt::NoPen, std::min(shape.width(), shape.height()) / 2.0);
}

void drawHeaderSection(QPainter* painter, const QStyleOption* option)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

} // namespace

SoftStyle::SoftStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void SoftStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(painter, option, widget);
    case PE_PanelButtonTool:
        return drawToolButtonPanel(painter, option);
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            drawPanel(painter, option->rect, option->palette.color(QPalette::Base), borderPen(option));
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameFocusRect:
        if (!qobject_cast<const QPushButton*>(widget)) // their own border shows it
            drawPanel(painter, option->rect, Qt::transparent,
                      QPen(option->palette.color(QPalette::Highlight), 1.4), 3);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SoftStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        button && element == CE_PushButtonLabel)
        return drawPushButtonLabel(this, painter, button, widget);
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        bar && element == CE_ProgressBar)
        return drawProgress(painter, bar);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHeaderSection(painter, option);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void SoftStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    const QColor ink = option->palette.color(QPalette::ButtonText);
    if (control == CC_ComboBox) {
        drawButton(painter, option, widget);
        drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), ink, false);
        return;
    }
    if (control == CC_SpinBox) {
        drawPanel(painter, option->rect, option->palette.color(QPalette::Base), borderPen(option));
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget).translated(0, 2), ink,
                        true);
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget).translated(0, -2),
                        ink, false);
        }
        return;
    }
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar && control == CC_ScrollBar)
        return drawScrollBar(this, painter, bar, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize SoftStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {result.width() + 14, std::max(result.height(), controlHeight)};
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        return {result.width(), std::max(result.height(), controlHeight)};
    case CT_ItemViewItem:
        return {result.width() + 8, std::max(result.height(), 26)};
    case CT_HeaderSection:
        return {result.width() + 8, std::max(result.height(), 30)};
    case CT_MenuItem:
        return {result.width() + 12, result.height() + 4};
    default:
        return result;
    }
}

int SoftStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int SoftStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 13;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 18;
    case PM_FocusFrameHMargin: // beside the text of cells
        return 7;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace nakama
