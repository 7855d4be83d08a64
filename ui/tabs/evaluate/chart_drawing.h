#pragma once

#include "ui/widgets/drawing.h"

namespace nakama
{

class LineChart;

/** A chart as it would be shown, also while its page is not: such a chart has neither a size nor its curves
 * yet. */
Drawing chartDrawing(LineChart& chart);

} // namespace nakama
