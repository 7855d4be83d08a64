#include "core/evaluation/report_frame.h"

#include "core/evaluation/html.h"

#include <fmt/format.h>

namespace nakama
{

std::string ChartFrame::opening(const std::string& title) const
{
    return fmt::format(
        R"(<svg class="chart" viewBox="0 0 {0} {1}" role="img" aria-label="{2}"><text class="chart-title" x="0" y="14">{2}</text>)",
        width, height, htmlEscape(title));
}

std::string ChartFrame::valueLine(double y, const std::string& value) const
{
    return fmt::format(R"(<line class="grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>)"
                       R"(<text class="tick" x="{3}" y="{4:.1f}" text-anchor="end">{5}</text>)",
                       left, width - right, y, left - 8, y + 4, value);
}

std::string ChartFrame::axis(const std::string& title) const
{
    return fmt::format(R"(<line class="axis" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>)"
                       R"(<text class="tick" x="{1}" y="{3}" text-anchor="end">{4}</text>)",
                       left, width - right, height - bottom, height - 5, htmlEscape(title));
}

std::string legendEntry(double at, const std::string& style, const std::string& name)
{
    return fmt::format(
        R"(<path class="curve {}" d="M{:.1f} 32h20"/><text class="tick" x="{:.1f}" y="36">{}</text>)", style,
        at, at + 26, htmlEscape(name));
}

} // namespace nakama
