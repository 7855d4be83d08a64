#pragma once

#include <string>

namespace nakama
{

/** What all charts of the report have around their curves; lengths in pixels of the SVG. */
struct ChartFrame
{
    double width = 520;
    double height = 300;
    double left = 46;
    double right = 14;
    double top = 44;
    double bottom = 38;

    /** The SVG's first element, with the title. */
    std::string opening(const std::string& title) const;
    /** A line across at y, with its value left of it. */
    std::string valueLine(double y, const std::string& value) const;
    /** The line at the bottom, and what it measures. */
    std::string axis(const std::string& title) const;
};

/** A line of a curve's style with its name, from at on. */
std::string legendEntry(double at, const std::string& style, const std::string& name);

} // namespace nakama
