#include "core/evaluation/report.h"

#include "core/evaluation/html.h"
#include "core/evaluation/report_curves.h"
#include "core/evaluation/report_matrix.h"
#include "core/evaluation/report_pictures.h"
#include "core/evaluation/report_style.h"
#include "core/evaluation/report_training.h"
#include "core/evaluation/report_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

std::string header(const ReportData& data)
{
    std::string meta;
    for (const auto& part : metaParts(data))
        meta += (meta.empty() ? "" : " · ") + htmlEscape(part);
    return fmt::format(
        "<header><div class=\"over\"><span>Nakama · evaluation on the {} split</span>{}</div><h1>{}</h1>"
        "<p class=\"meta\">{}</p></header>",
        htmlEscape(data.split), data.sample ? "<span class=\"badge\">Sample</span>" : "",
        htmlEscape(data.title), meta);
}

std::string tile(const std::string& name, const std::string& value, const std::string& below)
{
    return fmt::format(
        "<div class=\"tile\"><div class=\"name\">{}</div><div class=\"value\">{}</div>{}</div>", name, value,
        below);
}

/** An F1 with its interval drawn on a scale from 0 to 1. */
std::string scoreTile(const std::string& name, const std::string& key, double value, const Metrics& metrics)
{
    const auto trust = fmt::format("<div class=\"range\">n = {} · {}</div>", metrics.n, metrics.leakState());
    const auto interval = metrics.intervals.find(key);
    if (interval == metrics.intervals.end())
        return tile(name, fmt::format("{:.3f}", value), trust);
    const auto [low, high] = interval->second;
    const auto scale = fmt::format(
        R"(<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">)"
        R"svg(<rect y="1.5" width="100" height="3" fill="var(--track)"/>)svg"
        R"svg(<rect x="{:.2f}" y="1.5" width="{:.2f}" height="3" fill="var(--hit)" fill-opacity=".5"/>)svg"
        R"svg(<rect x="{:.2f}" width="1.2" height="6" fill="var(--hit)"/></svg>)svg",
        100 * low, std::max(0.5, 100 * (high - low)), std::clamp(100 * value - 0.6, 0.0, 98.8));
    return tile(
        name, fmt::format("{:.3f}", value),
        fmt::format("{}<div class=\"range\">95 % interval {:.3f} – {:.3f}</div>{}", scale, low, high, trust));
}

std::string summary(const ReportData& data)
{
    const auto& metrics = data.metrics;
    std::string html = "<section class=\"summary\">";
    const char* style = " class=\"lead\"";
    for (const auto& paragraph : summaryParagraphs(data)) {
        html += fmt::format("<p{}>{}</p>", style, paragraph);
        style = "";
    }
    html += "<div class=\"tiles\">";
    html += scoreTile("Macro-F1", "macro", metrics.f1.macro, metrics);
    html += scoreTile("Weighted-F1", "weighted", metrics.f1.weighted, metrics);
    html += scoreTile("Micro-F1, the accuracy", "micro", metrics.f1.micro, metrics);
    html += tile("Cross-entropy loss", fmt::format("{:.3f}", metrics.loss),
                 "<div class=\"range\">nats, mean of the pictures</div>");
    if (metrics.perClass.size() > 3)
        html += tile("Among the first three", fmt::format("{:.1f} %", 100 * metrics.top3),
                     fmt::format("<div class=\"range\">n = {} pictures</div>", metrics.n));
    return html + "</div></section>";
}

std::string notes(const ReportData& data)
{
    if (data.notes.empty())
        return {};
    std::string html = "<section class=\"notes\"><h2>Read this with the figures</h2><ul>";
    for (const auto& note : data.notes)
        html += "<li>" + htmlEscape(note) + "</li>";
    return html + "</ul></section>";
}

std::string training(const ReportData& data)
{
    if (data.epochs.empty())
        return {};
    return fmt::format(
        "<section><h2>Training</h2><p class=\"hint\">{}</p><div class=\"two\">{}{}</div></section>",
        htmlEscape(trainingWords(data)), lossChart(data), f1Chart(data));
}

std::string probabilities(const ReportData& data)
{
    const auto charts =
        precisionRecallSvg(data.metrics, data.precisionRecall) + reliabilitySvg(data.reliability);
    if (charts.empty())
        return {};
    return fmt::format(
        "<section><h2>Probabilities</h2><p class=\"hint\">{}</p><div class=\"two\">{}</div></section>",
        htmlEscape(probabilityWords(data.metrics)), charts);
}

std::string matrix(const Metrics& metrics)
{
    std::string html =
        "<section><h2>Confusion matrix</h2><p class=\"hint\">" + htmlEscape(matrixWords()) + "</p>";
    html += confusionMatrixSvg(metrics);
    html +=
        "<div class=\"key\"><span><i class=\"hit-key\" style=\"background:var(--hit)\"></i>right</span><span>"
        "<i style=\"background:var(--miss)\"></i>taken for another class</span><span><i "
        "style=\"border:1.25px solid var(--miss)\"></i>a class never answered rightly</span></div>";
    const auto confusions = confusionsByCount(metrics);
    if (!confusions.empty()) {
        html += "<ul class=\"confusions\">";
        for (std::size_t i = 0; i < std::min<std::size_t>(confusions.size(), 8); ++i) {
            const auto& one = confusions[i];
            html += fmt::format("<li><strong>{}</strong> taken for <strong>{}</strong>: {} of {}</li>",
                                htmlEscape(metrics.perClass[one.truth].name),
                                htmlEscape(metrics.perClass[one.answer].name), one.count,
                                metrics.perClass[one.truth].support);
        }
        html += "</ul>";
    }
    return html + "</section>";
}

std::string classTable(const Metrics& metrics)
{
    std::string html =
        fmt::format("<section><h2>Classes</h2><p class=\"hint\">{}</p>"
                    "<div class=\"scroll\"><table><thead><tr><th>Class</th><th class=\"bar\">F1</th>"
                    "<th class=\"number\"></th><th class=\"number\">Precision</th>"
                    "<th class=\"number\">Recall</th><th class=\"number\">Average precision</th>"
                    "<th class=\"number\">Pictures</th></tr></thead><tbody>",
                    htmlEscape(classTableWords()));
    for (const auto& row : weakestFirst(metrics))
        html +=
            fmt::format("<tr{}><td>{}</td><td class=\"bar\"><span><b style=\"width:{:.1f}%\"></b></span></td>"
                        "<td class=\"number\">{:.3f}</td><td class=\"number\">{:.3f}</td>"
                        "<td class=\"number\">{:.3f}</td><td class=\"number\">{:.3f}</td>"
                        "<td class=\"number\">{}</td></tr>",
                        row.support < fewPictures ? " class=\"few\"" : "", htmlEscape(row.name), 100 * row.f1,
                        row.f1, row.precision, row.recall, row.averagePrecision, row.support);
    return html + "</tbody></table></div></section>";
}

std::string classCounts(const ReportData& data)
{
    if (data.classCounts.empty())
        return {};
    std::string html =
        "<section><h2>Pictures of each class</h2><div class=\"scroll\"><table><thead><tr><th>Class</th>";
    for (const auto& part : data.parts)
        html += "<th class=\"number\">" + htmlEscape(part) + "</th>";
    html += "</tr></thead><tbody>";
    for (const auto& row : data.classCounts) {
        html += "<tr><td>" + htmlEscape(row.name) + "</td>";
        for (const auto count : row.counts)
            html += fmt::format("<td class=\"number\">{}</td>", count);
        html += "</tr>";
    }
    return html + "</tbody></table></div></section>";
}

std::string pairs(const std::string& title, const std::vector<std::pair<std::string, std::string>>& values)
{
    if (values.empty())
        return {};
    std::string html = "<section><h2>" + title + "</h2><table class=\"pairs\"><tbody>";
    for (const auto& [name, value] : values)
        html += "<tr><th scope=\"row\">" + htmlEscape(name) + "</th><td>" + htmlEscape(value) + "</td></tr>";
    return html + "</tbody></table></section>";
}

/** All settings, folded away: few read them, but they are the run's complete description. */
std::string configuration(const ReportData& data)
{
    if (data.configuration.empty())
        return {};
    return "<section><details><summary>The whole configuration</summary><pre>" +
           htmlEscape(data.configuration) + "</pre></details></section>";
}

} // namespace

std::string reportHtml(const ReportData& data)
{
    // The policy lets the page load nothing at all, whatever a name in it may say.
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "img-src data:; style-src 'unsafe-inline'\"><title>{}</title><style>{}</style></head><body><main>\n",
        htmlEscape(data.title), reportStyle());
    for (const auto& part :
         {header(data), summary(data), notes(data), probabilities(data), matrix(data.metrics),
          classTable(data.metrics), worstPicturesHtml(data.worst), training(data), classCounts(data)})
        html += part + "\n";
    html += "<div class=\"two\">" + pairs("Settings", data.settings) + pairs("Data", data.data) + "</div>\n";
    html += configuration(data) + "\n<footer>" + htmlEscape(methodWords()) + "</footer>";
    return html + "</main></body></html>\n";
}

} // namespace nakama
