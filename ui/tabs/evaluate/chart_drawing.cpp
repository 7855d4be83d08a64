#include "ui/tabs/evaluate/chart_drawing.h"

#include "ui/widgets/line_chart.h"

namespace nakama
{

namespace
{

constexpr QSize hiddenSize{640, 420};

} // namespace

Drawing chartDrawing(LineChart& chart)
{
    if (!chart.isVisible()) {
        const QSize smallest = chart.minimumSize();
        chart.setMinimumSize(hiddenSize);
        chart.grab();       // lays it out, as showing it would
        chart.picture(0.1); // brings its curves up to date
        chart.setMinimumSize(smallest);
    }
    return drawingOf(chart);
}

} // namespace nakama
