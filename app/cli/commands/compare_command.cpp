#include "app/cli/commands/compare_command.h"

#include "core/workflow/compare_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

std::string verdictText(const PairComparison& pair)
{
    switch (pair.verdict) {
    case Verdict::ABetter:
        return pair.a + " is better";
    case Verdict::BBetter:
        return pair.b + " is better";
    case Verdict::NoClearWinner:
        break;
    }
    return "no clear winner";
}

nlohmann::json jsonOf(const PairComparison& pair)
{
    return {{"a", pair.a},
            {"b", pair.b},
            {"delta_macro", pair.deltaMacro},
            {"interval", {pair.interval.low, pair.interval.high}},
            {"only_a", pair.onlyA},
            {"only_b", pair.onlyB},
            {"mcnemar_p", pair.mcnemarP},
            {"p", pair.p},
            {"adjusted_p", pair.adjustedP},
            {"verdict", verdictText(pair)},
            {"words", pair.words()}};
}

std::string textOf(const CompareJob& job)
{
    const auto& comparison = job.comparison();
    auto text = markdownOf(job.table()) + "\n";
    for (const auto& pair : comparison.pairs)
        text +=
            fmt::format("{}; McNemar p = {:.3f} ({} pictures only the first has right, {} only the second)\n",
                        pair.words(), pair.mcnemarP, pair.onlyA, pair.onlyB);
    if (comparison.pairs.size() > 1)
        text += fmt::format("p is corrected for {} comparisons at once (Holm).\n", comparison.pairs.size());
    for (const auto& warning : job.warnings())
        text += "Note: " + warning + "\n";
    return text;
}

} // namespace

CLI::App* CompareCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("compare", "say which of several runs is better on the same pictures, or none");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_runs, "ids of two runs or more")->required()->expected(2, -1);
    command->add_option("--split", m_split)
        ->capture_default_str()
        ->check(CLI::IsMember({"train", "val", "test", "true-test"}));
    command->add_option("--format", m_format, "markdown, latex and csv print the table of results alone")
        ->capture_default_str()
        ->check(CLI::IsMember({"text", "markdown", "latex", "csv"}));
    return command;
}

Result<CommandOutput> CompareCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    CompareJob job(
        workspace, [&] { return context.engine(); }, m_runs, *evaluationSetFromName(m_split));
    NAKAMA_CHECK(context.run(job));

    CommandOutput output;
    output.json["split"] = m_split;
    output.json["n"] = job.comparison().n;
    output.json["groups"] = job.comparison().groups;
    output.json["runs"] = nlohmann::json::array();
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        nlohmann::json run = job.table().rows[i].metrics;
        run["run"] = job.runIds()[i];
        output.json["runs"].push_back(std::move(run));
    }
    output.json["pairs"] = nlohmann::json::array();
    for (const auto& pair : job.comparison().pairs)
        output.json["pairs"].push_back(jsonOf(pair));
    output.json["warnings"] = job.warnings();
    output.text = m_format == "markdown" ? markdownOf(job.table())
                  : m_format == "latex"  ? latexOf(job.table())
                  : m_format == "csv"    ? csvOf(job.table())
                                         : textOf(job);
    return output;
}

} // namespace nakama
