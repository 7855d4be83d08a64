#include "core/evaluation/pdf/tiles.h"

#include "core/evaluation/pdf/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace nakama
{

namespace
{

constexpr std::size_t perRow = 3;
constexpr double gap = 18;
constexpr double height = 84;

struct Tile
{
    std::string name;
    std::string value;
    std::optional<Interval> interval;
    double place = 0; ///< of the value on the interval's scale
    std::vector<std::string> below;
};

Tile scoreTile(const std::string& name, const std::string& key, double value, const Metrics& metrics)
{
    Tile tile{name, fmt::format("{:.3f}", value), std::nullopt, value, {}};
    if (const auto found = metrics.intervals.find(key); found != metrics.intervals.end()) {
        tile.interval = found->second;
        tile.below.push_back(
            fmt::format("95 % interval {:.3f} – {:.3f}", found->second.low, found->second.high));
    }
    tile.below.push_back(fmt::format("n = {} · {}", metrics.n, metrics.leakState()));
    return tile;
}

std::vector<Tile> tilesOf(const Metrics& metrics)
{
    std::vector<Tile> tiles{scoreTile("Macro-F1", "macro", metrics.f1.macro, metrics),
                            scoreTile("Weighted-F1", "weighted", metrics.f1.weighted, metrics),
                            scoreTile("Micro-F1, the accuracy", "micro", metrics.f1.micro, metrics),
                            {"Cross-entropy loss",
                             fmt::format("{:.3f}", metrics.loss),
                             {},
                             0,
                             {"nats, mean of the pictures", fmt::format("n = {}", metrics.n)}},
                            {"Average precision",
                             fmt::format("{:.3f}", metrics.averagePrecision),
                             {},
                             0,
                             {"mean of the classes (macro)", fmt::format("n = {}", metrics.n)}}};
    if (metrics.perClass.size() > 3)
        tiles.push_back({"Among the first three",
                         fmt::format("{:.1f} %", 100 * metrics.top3),
                         {},
                         0,
                         {"of the pictures", fmt::format("n = {}", metrics.n)}});
    return tiles;
}

void drawTile(Paper& paper, const Tile& tile, double x, double wide)
{
    double y = paper.y();
    paper.setColour("line");
    paper.fillRectangle(x, y, wide, 0.6);
    const Text name(paper, marked(tile.name), TextStyle::Hint, wide, TextFit::OneLine);
    name.draw(x, y + 6);
    const Text value(paper, marked(tile.value), TextStyle::Value);
    value.draw(x, y + 18);
    y += 45;
    if (tile.interval) {
        paper.setColour("track");
        paper.fillRectangle(x, y + 1, wide, 2);
        paper.setColour("hit", 0.5);
        paper.fillRectangle(x + wide * tile.interval->low, y + 1,
                            std::max(0.5, wide * (tile.interval->high - tile.interval->low)), 2);
        paper.setColour("hit");
        paper.fillRectangle(x + std::clamp(wide * tile.place - 0.7, 0.0, wide - 1.4), y - 0.5, 1.4, 5);
        y += 7;
    }
    for (const auto& line : tile.below) {
        const Text text(paper, marked(line), TextStyle::Small, wide, TextFit::OneLine);
        text.draw(x, y);
        y += text.height() + 1;
    }
}

} // namespace

void addTiles(Paper& paper, const ReportData& data)
{
    const auto tiles = tilesOf(data.metrics);
    const double wide = (Paper::width - gap * (perRow - 1)) / perRow;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const auto column = i % perRow;
        if (column == 0)
            paper.keep(height);
        drawTile(paper, tiles[i], Paper::left + static_cast<double>(column) * (wide + gap), wide);
        if (column + 1 == perRow || i + 1 == tiles.size())
            paper.advance(height);
    }
    paper.advance(10);
}

} // namespace nakama
