#include "core/evaluation/pdf/parts.h"

#include "core/evaluation/pdf/chart.h"
#include "core/evaluation/pdf/table.h"
#include "core/evaluation/report_curves.h"
#include "core/evaluation/report_matrix.h"
#include "core/evaluation/report_training.h"
#include "core/evaluation/report_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

/** Pango's markup of the summary's HTML, whose only tag is <strong>. */
std::string markupOf(std::string html)
{
    for (const auto& [tag, instead] : {std::pair{"<strong>", "<b>"}, std::pair{"</strong>", "</b>"}})
        for (auto at = html.find(tag); at != std::string::npos; at = html.find(tag, at))
            html.replace(at, std::string_view(tag).size(), instead);
    return cleaned(html);
}

void addPairs(Paper& paper, const std::string& heading,
              const std::vector<std::pair<std::string, std::string>>& values)
{
    if (values.empty())
        return;
    addHeading(paper, heading);
    Table table{{{"", 1}, {"", 2.6}}, {}};
    for (const auto& [name, value] : values)
        table.rows.push_back({{marked(name), marked(value)}});
    addTable(paper, table);
    paper.advance(22);
}

} // namespace

void addHeading(Paper& paper, const std::string& heading, double with)
{
    const Text text(paper, marked(heading), TextStyle::Heading, Paper::width);
    paper.keep(text.height() + with);
    paper.addToOutline(heading);
    text.draw(Paper::left, paper.y());
    paper.advance(text.height() + 4);
}

void addTitle(Paper& paper, const ReportData& data)
{
    addText(paper,
            marked(fmt::format("Nakama · evaluation on the {} split{}", data.split,
                               data.sample ? " · built-in sample" : "")),
            TextStyle::Hint, 4);
    addText(paper, marked(data.title), TextStyle::Title, 4);
    std::string meta;
    for (const auto& part : metaParts(data))
        meta += (meta.empty() ? "" : " · ") + part;
    addText(paper, marked(meta), TextStyle::Hint, 10);
    paper.setColour("line");
    paper.fillRectangle(Paper::left, paper.y(), Paper::width, 0.8);
    paper.advance(14);
}

void addNotes(Paper& paper, const ReportData& data)
{
    if (data.notes.empty())
        return;
    addHeading(paper, "Read this with the figures", 30);
    for (const auto& note : data.notes)
        addText(paper, marked("•  " + note), TextStyle::Body, 3);
    paper.advance(18);
}

void addProbabilities(Paper& paper, const ReportData& data)
{
    const auto curves = precisionRecallSvg(data.metrics, data.precisionRecall);
    const auto bars = reliabilitySvg(data.reliability);
    if (curves.empty() && bars.empty())
        return;
    addHeading(paper, "Probabilities", 230);
    addText(paper, marked(probabilityWords(data.metrics)), TextStyle::Hint, 10);
    addCharts(paper, {curves, bars});
    paper.advance(22);
}

void addMatrix(Paper& paper, const ReportData& data)
{
    const Chart chart(confusionMatrixSvg(data.metrics));
    // The most frequent mistakes stay on its page.
    const double wide = std::min({Paper::width, chart.naturalWidth() * 0.75, 470 / chart.heightAt(1)});
    const double high = chart.heightAt(wide);
    addHeading(paper, "Confusion matrix", high + 44);
    addText(paper,
            marked(matrixWords() + " Blue: right; orange: taken for another class; an orange frame: a "
                                   "class never answered rightly."),
            TextStyle::Hint, 10);
    chart.draw(paper, Paper::left + (Paper::width - wide) / 2, paper.y(), wide);
    paper.advance(high + 12);
    const auto confusions = confusionsByCount(data.metrics);
    Table table{{{"Mistaken most often", 2}, {"taken for", 2}, {"times", 1, TextAlign::Right}}, {}};
    for (std::size_t i = 0; i < std::min<std::size_t>(confusions.size(), 6); ++i) {
        const auto& truth = data.metrics.perClass[confusions[i].truth];
        table.rows.push_back({{marked(truth.name), marked(data.metrics.perClass[confusions[i].answer].name),
                               fmt::format("{} of {}", confusions[i].count, truth.support)}});
    }
    if (!table.rows.empty())
        addTable(paper, table);
    paper.advance(22);
}

void addClasses(Paper& paper, const ReportData& data)
{
    addHeading(paper, "Classes", 90);
    addText(paper, marked(classTableWords()), TextStyle::Hint, 4);
    constexpr auto right = TextAlign::Right;
    Table table{{{"Class", 2.2},
                 {"F1", 1.7},
                 {"", 0.7, right},
                 {"Precision", 0.9, right},
                 {"Recall", 0.8, right},
                 {"Average precision", 1, right},
                 {"Pictures", 0.9, right}},
                {},
                1};
    for (const auto& row : weakestFirst(data.metrics))
        table.rows.push_back({{marked(row.name), "", fmt::format("{:.3f}", row.f1),
                               fmt::format("{:.3f}", row.precision), fmt::format("{:.3f}", row.recall),
                               fmt::format("{:.3f}", row.averagePrecision), fmt::format("{}", row.support)},
                              row.support < fewPictures,
                              row.f1});
    addTable(paper, table);
    paper.advance(22);
}

void addTraining(Paper& paper, const ReportData& data)
{
    if (data.epochs.empty())
        return;
    addHeading(paper, "Training", 200);
    addText(paper, marked(trainingWords(data)), TextStyle::Hint, 10);
    addCharts(paper, {lossChart(data), f1Chart(data)});
    paper.advance(22);
}

void addClassCounts(Paper& paper, const ReportData& data)
{
    if (data.classCounts.empty())
        return;
    addHeading(paper, "Pictures of each class", 60);
    Table table{{{"Class", 2.4}}, {}};
    for (const auto& part : data.parts)
        table.columns.push_back({marked(part), 1, TextAlign::Right});
    for (const auto& row : data.classCounts) {
        TableRow cells{{marked(row.name)}};
        for (const auto count : row.counts)
            cells.cells.push_back(fmt::format("{}", count));
        table.rows.push_back(std::move(cells));
    }
    addTable(paper, table);
    paper.advance(22);
}

void addSettings(Paper& paper, const ReportData& data)
{
    addPairs(paper, "Data", data.data);
    addPairs(paper, "Settings", data.settings);
    if (!data.configuration.empty()) {
        addHeading(paper, "The whole configuration", 40);
        addInColumns(paper, data.configuration, TextStyle::Mono, 22);
    }
    paper.keep(40);
    addText(paper, marked(methodWords()), TextStyle::Hint, 0);
}

void addSummary(Paper& paper, const ReportData& data)
{
    auto style = TextStyle::Lead;
    for (const auto& paragraph : summaryParagraphs(data)) {
        addText(paper, markupOf(paragraph), style, 6);
        style = TextStyle::Body;
    }
    paper.advance(8);
}

} // namespace nakama
