#include "core/evaluation/result_table.h"

#include "core/base/csv.h"

#include <fmt/format.h>

#include <iterator>

namespace nakama
{

namespace
{

struct Column
{
    const char* key;
    const char* title;
    double F1Scores::*value;
};
constexpr Column columns[] = {{"macro", "macro-F1", &F1Scores::macro},
                              {"micro", "micro-F1", &F1Scores::micro},
                              {"weighted", "weighted-F1", &F1Scores::weighted}};

/** "0.812 [0.741, 0.868]" */
std::string scoreText(const Metrics& metrics, const Column& column)
{
    const auto interval = metrics.intervals.find(column.key);
    if (interval == metrics.intervals.end())
        return fmt::format("{:.3f}", metrics.f1.*column.value);
    return fmt::format("{:.3f} [{:.3f}, {:.3f}]", metrics.f1.*column.value, interval->second.low,
                       interval->second.high);
}

/** Each special character of the set with what stands for it. */
std::string escaped(const std::string& text, const std::vector<std::pair<char, std::string>>& rules)
{
    std::string result;
    for (const char c : text) {
        std::string written(1, c);
        for (const auto& [special, instead] : rules)
            if (c == special)
                written = instead;
        result += written;
    }
    return result;
}

std::string forMarkdown(const std::string& text)
{
    return escaped(text,
                   {{'|', "\\|"}, {'*', "\\*"}, {'_', "\\_"}, {'`', "\\`"}, {'<', "&lt;"}, {'\n', " "}});
}

std::string forLatex(const std::string& text)
{
    return escaped(text, {{'\\', "\\textbackslash{}"},
                          {'_', "\\_"},
                          {'%', "\\%"},
                          {'&', "\\&"},
                          {'#', "\\#"},
                          {'$', "\\$"},
                          {'{', "\\{"},
                          {'}', "\\}"},
                          {'~', "\\textasciitilde{}"},
                          {'^', "\\textasciicircum{}"}});
}

} // namespace

std::string markdownOf(const ResultTable& table)
{
    auto text = fmt::format("**{}**\n\n| model | n | split | CE loss |", forMarkdown(table.title));
    for (const auto& column : columns)
        text += fmt::format(" {} [95 %] |", column.title);
    text += "\n|---|---:|---|---:|---:|---:|---:|\n";
    for (const auto& row : table.rows) {
        text += fmt::format("| {} | {} | {} | {:.3f} |", forMarkdown(row.name), row.metrics.n,
                            row.metrics.leakState(), row.metrics.loss);
        for (const auto& column : columns)
            text += fmt::format(" {} |", scoreText(row.metrics, column));
        text += '\n';
    }
    return text;
}

std::string latexOf(const ResultTable& table)
{
    auto text = fmt::format("\\begin{{table}}\n\\centering\n\\caption{{{}. F1 with 95\\,\\% intervals.}}\n"
                            "\\begin{{tabular}}{{lrlrrrr}}\n\\toprule\nmodel & $n$ & split & CE loss",
                            forLatex(table.title));
    for (const auto& column : columns)
        text += fmt::format(" & {}", column.title);
    text += " \\\\\n\\midrule\n";
    for (const auto& row : table.rows) {
        text += fmt::format("{} & {} & {} & {:.3f}", forLatex(row.name), row.metrics.n,
                            row.metrics.leakState(), row.metrics.loss);
        for (const auto& column : columns)
            text += fmt::format(" & {}", scoreText(row.metrics, column));
        text += " \\\\\n";
    }
    return text + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

std::string csvOf(const ResultTable& table)
{
    std::string text = "model,n,split,leaked_groups,groups,ce_loss";
    for (const auto& column : columns)
        text += fmt::format(",{0},{0}_low,{0}_high", column.key);
    text += '\n';
    for (const auto& row : table.rows) {
        text += fmt::format("{},{},{},{},{},{}", csvField(row.name), row.metrics.n, row.metrics.leakState(),
                            row.metrics.leakedGroups ? std::to_string(*row.metrics.leakedGroups) : "",
                            row.metrics.groups, row.metrics.loss);
        for (const auto& column : columns) {
            const auto interval = row.metrics.intervals.find(column.key);
            text += fmt::format(",{}", row.metrics.f1.*column.value);
            text += interval == row.metrics.intervals.end()
                        ? ",,"
                        : fmt::format(",{},{}", interval->second.low, interval->second.high);
        }
        text += '\n';
    }
    return text;
}

std::string markdownOf(const Metrics& metrics)
{
    std::string text = "| class | precision | recall | F1 | AP | n |\n|---|---:|---:|---:|---:|---:|\n";
    for (const auto& one : metrics.perClass)
        text += fmt::format("| {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {} |\n", forMarkdown(one.name),
                            one.precision, one.recall, one.f1, one.averagePrecision, one.support);
    return text;
}

std::string latexOf(const Metrics& metrics)
{
    std::string text = "\\begin{table}\n\\centering\n\\begin{tabular}{lrrrrr}\n\\toprule\n"
                       "class & precision & recall & F1 & AP & $n$ \\\\\n\\midrule\n";
    for (const auto& one : metrics.perClass)
        text += fmt::format("{} & {:.3f} & {:.3f} & {:.3f} & {:.3f} & {} \\\\\n", forLatex(one.name),
                            one.precision, one.recall, one.f1, one.averagePrecision, one.support);
    return text + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

std::string csvOf(const Metrics& metrics)
{
    std::string text = "class,precision,recall,f1,average_precision,support\n";
    for (const auto& one : metrics.perClass)
        text += fmt::format("{},{},{},{},{},{}\n", csvField(one.name), one.precision, one.recall, one.f1,
                            one.averagePrecision, one.support);
    return text;
}

} // namespace nakama
