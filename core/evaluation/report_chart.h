#pragma once

#include <string>
#include <vector>

namespace nakama
{

/** One line of a chart. Values that are not finite leave a gap. */
struct ChartCurve
{
    std::string name;
    std::string style; ///< CSS class of the report's style sheet: "c1" to "c3"
    std::vector<double> values;
};

struct ChartParams
{
    std::string title;
    std::vector<int> epochs; ///< x of every value, ascending
    std::vector<ChartCurve> curves;
    int markedEpoch = 0;    ///< drawn as a dashed line; 0 for none
    bool unitRange = false; ///< the y axis ends at 1, as F1 does
};

/** An SVG line chart with axes, ticks and a legend. */
std::string lineChartSvg(const ChartParams& params);

/** Round axis values that cover low to high, about six of them: steps of 1, 2 or 5 times a power of ten.
 */
std::vector<double> axisTicks(double low, double high);

} // namespace nakama
