#pragma once

#include <QList>
#include <QPointF>

namespace nakama
{

/** An axis that begins and ends on round numbers. */
struct Ticks
{
    double low = 0;
    double high = 1;
    double step = 1;
    int count = 2;    ///< labels, both ends included
    int decimals = 0; ///< that the labels need
};

enum class TickValues { Any, Whole };

/** About wanted ticks at steps of 1, 2 or 5 times a power of ten that cover low to high. */
Ticks niceTicks(double low, double high, int wanted, TickValues values = TickValues::Any);

/**
 * Exponential moving average, freed of its bias towards 0 at the start: weight 0 leaves the points as they
 * are, 0.9 follows about ten points. Points that are not finite are left out of the average and of the
 * result.
 */
QList<QPointF> smoothed(const QList<QPointF>& points, double weight);

/**
 * At most four points for each of columns equal parts of the x range (first, lowest, highest, last), so that
 * a curve looks the same at that width and costs no more to draw. Points that are not finite are left out.
 */
QList<QPointF> thinned(const QList<QPointF>& points, int columns);

} // namespace nakama
