#pragma once

#include <QChartView>
#include <QValueAxis>

namespace nakama
{

/** The calm look that all charts share: no frames, no animation, legend on top, numbers as the locale writes
 * them. */
void prepareChart(QChartView& view);

/** Colours and fonts of the view's own palette and font; again whenever these change. */
void applyChartLook(QChartView& view);

/** Labels and title in the second rank. */
void applyAxisLook(QValueAxis& axis, const QChartView& view);

} // namespace nakama
