#pragma once

#include <QProxyStyle>

namespace nakama
{

/**
 * Fusion with the flat, rounded, roomier look of present-day desktop tools; all colours come from the
 * palette. A push button with the property "primary" is filled with the accent: the one thing to do on a
 * page.
 */
class SoftStyle : public QProxyStyle
{
    Q_OBJECT

public:
    SoftStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace nakama
