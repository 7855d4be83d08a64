#include "core/evaluation/report_matrix.h"

#include "core/evaluation/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace nakama
{

namespace
{

constexpr std::size_t longestName = 22;

struct Layout
{
    double cell;   ///< side of a cell
    double labels; ///< room for the names, left of and above the cells
    double total;  ///< side of the cells together

    double at(std::size_t index) const { return labels + cell * static_cast<double>(index); }
};

Layout layoutFor(const Metrics& metrics)
{
    const auto classes = static_cast<double>(std::max<std::size_t>(metrics.perClass.size(), 1));
    std::size_t longest = 4;
    for (const auto& one : metrics.perClass)
        longest = std::max(longest, std::min(one.name.size(), longestName));
    const double cell = std::clamp(720 / classes, 9.0, 56.0);
    return {cell, 34 + 7.0 * static_cast<double>(longest), cell * classes};
}

std::string axisTitles(const Layout& layout)
{
    const double middle = layout.labels + layout.total / 2;
    return fmt::format(
        R"(<text class="axis-title" x="{0:.1f}" y="14" text-anchor="middle">predicted class</text>)"
        R"svg(<text class="axis-title" transform="translate(14 {0:.1f}) rotate(-90)" )svg"
        R"(text-anchor="middle">true class</text>)",
        middle);
}

std::string names(const Metrics& metrics, const Layout& layout)
{
    const double size = std::min(12.5, layout.cell * 0.95);
    std::string svg;
    const auto out = std::back_inserter(svg);
    for (std::size_t k = 0; k < metrics.perClass.size(); ++k) {
        const auto& one = metrics.perClass[k];
        const auto shown = htmlEscape(shortened(one.name, longestName));
        const double centre = layout.at(k) + layout.cell / 2 + size * 0.35;
        fmt::format_to(out,
                       R"(<text class="name" font-size="{:.1f}" x="{:.1f}" y="{:.1f}" text-anchor="end">)"
                       R"(<title>{}</title>{}</text>)",
                       size, layout.labels - 8, centre, htmlEscape(one.name), shown);
        fmt::format_to(
            out,
            R"svg(<text class="name" font-size="{:.1f}" transform="translate({:.1f} {:.1f}) rotate(-90)">)svg"
            R"(<title>{}</title>{}</text>)",
            size, centre, layout.labels - 8, htmlEscape(one.name), shown);
        fmt::format_to(out, R"(<text class="tick" font-size="{:.1f}" x="{:.1f}" y="{:.1f}">{}</text>)", size,
                       layout.labels + layout.total + 8, centre, one.support);
    }
    fmt::format_to(out, R"(<text class="tick" font-size="{:.1f}" x="{:.1f}" y="{:.1f}">n</text>)", size,
                   layout.labels + layout.total + 8, layout.labels - 8);
    return svg;
}

std::string cellSvg(const Metrics& metrics, const Layout& layout, std::size_t truth, std::size_t answer)
{
    const auto count = metrics.confusion[truth][answer];
    const auto support = metrics.perClass[truth].support;
    const double x = layout.at(answer);
    const double y = layout.at(truth);
    const double gap = layout.cell > 20 ? 1.5 : 0.5;
    const double side = layout.cell - gap;
    if (count == 0)
        return fmt::format(
            R"(<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="3"/>)",
            truth == answer ? "none diagonal" : "none", x, y, side, side);
    const double share = static_cast<double>(count) / static_cast<double>(support);
    const double opacity = 0.16 + 0.84 * share;
    std::string svg =
        fmt::format(R"(<g><title>{} taken for {}: {} of {} ({:.0f} %)</title>)"
                    R"(<rect class="{}" fill-opacity="{:.2f}" x="{:.1f}" y="{:.1f}" )"
                    R"(width="{:.1f}" height="{:.1f}" rx="3"/>)",
                    htmlEscape(metrics.perClass[truth].name), htmlEscape(metrics.perClass[answer].name),
                    count, support, 100 * share, truth == answer ? "hit" : "miss", opacity, x, y, side, side);
    if (layout.cell >= 16)
        svg += fmt::format(
            R"(<text class="{}" font-size="{:.1f}" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)",
            opacity > 0.55 ? "count on" : "count", std::min(13.0, layout.cell * 0.42), x + side / 2,
            y + side / 2 + std::min(13.0, layout.cell * 0.42) * 0.35, count);
    return svg + "</g>";
}

} // namespace

std::string confusionMatrixSvg(const Metrics& metrics)
{
    const auto layout = layoutFor(metrics);
    const double wide = layout.labels + layout.total + 44;
    const double high = layout.labels + layout.total + 4;
    std::string svg =
        fmt::format(R"(<svg class="matrix" viewBox="0 0 {0:.0f} {1:.0f}" style="max-width:{0:.0f}px" )"
                    R"(role="img" aria-label="Confusion matrix, a row for each true class">)",
                    wide, high);
    svg += axisTitles(layout);
    svg += names(metrics, layout);
    for (std::size_t truth = 0; truth < metrics.perClass.size(); ++truth) {
        for (std::size_t answer = 0; answer < metrics.perClass.size(); ++answer)
            svg += cellSvg(metrics, layout, truth, answer);
    }
    return svg + "</svg>";
}

} // namespace nakama
