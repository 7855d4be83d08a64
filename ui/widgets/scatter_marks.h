#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace nakama
{

class ColorScheme;

/**
 * How the points of a category look: twenty-four colours that can be told apart, those of
 * ColorScheme::series() first, and then the same in other shapes. The same for a map and its legend.
 */
QColor markColor(int category, const ColorScheme& colors);

/** Around centre, size points across; −1: a faint point. */
void paintMark(QPainter& painter, QPointF centre, double size, int category, const QColor& color);

} // namespace nakama
