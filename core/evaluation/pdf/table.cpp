#include "core/evaluation/pdf/table.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr double padding = 3.2; ///< above and below a cell's text
constexpr double gap = 10;      ///< between columns

/** Where the columns of a table lie. */
struct Layout
{
    std::vector<double> left;
    std::vector<double> room;
};

Layout layoutOf(const std::vector<TableColumn>& columns)
{
    double sum = 0;
    for (const auto& column : columns)
        sum += column.share;
    Layout layout;
    double x = Paper::left;
    for (const auto& column : columns) {
        const double wide = Paper::width * column.share / sum;
        layout.left.push_back(x);
        layout.room.push_back(wide - (x + wide < Paper::left + Paper::width - 1 ? gap : 0));
        x += wide;
    }
    return layout;
}

std::vector<Text> textsOf(Paper& paper, const Table& table, const Layout& layout,
                          const std::vector<std::string>& cells, TextStyle style)
{
    std::vector<Text> texts;
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        texts.emplace_back(paper, c < cells.size() ? cells[c] : std::string(), style, layout.room[c],
                           TextFit::Cell, table.columns[c].align);
    return texts;
}

double heightOf(const std::vector<Text>& texts)
{
    double high = 0;
    for (const auto& text : texts)
        high = std::max(high, text.height());
    return high + 2 * padding;
}

void drawRow(Paper& paper, const std::vector<Text>& texts, const Layout& layout, double high)
{
    for (std::size_t c = 0; c < texts.size(); ++c)
        texts[c].draw(layout.left[c], paper.y() + padding);
    paper.setColour("line");
    paper.fillRectangle(Paper::left, paper.y() + high - 0.5, Paper::width, 0.5);
}

void drawBar(Paper& paper, const Layout& layout, std::size_t column, const TableRow& row, double high)
{
    const double y = paper.y() + (high - 5) / 2;
    paper.setColour("track");
    paper.fillRectangle(layout.left[column], y, layout.room[column], 5, 2.5);
    paper.setColour("hit", row.soft ? 0.5 : 1);
    paper.fillRectangle(layout.left[column], y, layout.room[column] * std::min(1.0, row.bar), 5, 2.5);
}

} // namespace

void addTable(Paper& paper, const Table& table)
{
    const auto layout = layoutOf(table.columns);
    std::vector<std::string> titles;
    bool titled = false;
    for (const auto& column : table.columns) {
        titles.push_back(column.title);
        titled = titled || !column.title.empty();
    }
    const auto heads = textsOf(paper, table, layout, titles, TextStyle::Small);
    const auto addTitles = [&] {
        if (!titled)
            return;
        const double high = heightOf(heads);
        drawRow(paper, heads, layout, high);
        paper.advance(high);
    };
    // No titles alone at the foot of a page.
    paper.keep(titled ? 60 : 20);
    addTitles();
    for (const auto& row : table.rows) {
        const auto texts =
            textsOf(paper, table, layout, row.cells, row.soft ? TextStyle::Hint : TextStyle::Cell);
        const double high = heightOf(texts);
        if (paper.room() < high) {
            paper.newPage();
            addTitles();
        }
        drawRow(paper, texts, layout, high);
        if (table.barColumn >= 0 && row.bar >= 0)
            drawBar(paper, layout, static_cast<std::size_t>(table.barColumn), row, high);
        paper.advance(high);
    }
}

} // namespace nakama
