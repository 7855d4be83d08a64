#include "app/cli/commands/compare_command.h"

#include "core/workflow/compare_job.h"
#include "core/workflow/own_sets.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

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
            {"verdict", pair.verdictWords()},
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

std::string textOf(const OwnSets& sets)
{
    auto text = markdownOf(sets.table) + "\n";
    for (const auto& one : sets.flattery)
        text += one.words + "\n";
    for (const auto& note : sets.notes)
        text += "Note: " + note + "\n";
    return text;
}

/** The table alone, where a form of it is asked for. */
std::string inFormat(const std::string& format, const ResultTable& table, std::string text)
{
    return format == "markdown" ? markdownOf(table)
           : format == "latex"  ? latexOf(table)
           : format == "csv"    ? csvOf(table)
                                : std::move(text);
}

nlohmann::json jsonOf(const std::vector<std::string>& runIds, const ResultTable& table)
{
    auto runs = nlohmann::json::array();
    for (std::size_t i = 0; i < runIds.size(); ++i) {
        nlohmann::json run = table.rows[i].metrics;
        run["run"] = runIds[i];
        run["name"] = table.rows[i].name;
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace

CLI::App* CompareCommand::declare(CLI::App& app)
{
    auto* command =
        app.add_subcommand("compare", "say which of several runs is better on the same pictures, or none");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("RUN", m_runs, "ids of two runs or more")->required()->expected(2, -1);
    command
        ->add_option("--split", m_splits, "one or more, with commas between: test,true-test gives two tables")
        ->capture_default_str()
        ->check([](const std::string& splits) {
            for (const auto& split : CLI::detail::split(splits, ','))
                if (!evaluationSetFromName(split))
                    return fmt::format("{} is not one of train, val, test and true-test", split);
            return std::string();
        });
    command->add_flag("--own-sets", m_ownSets,
                      "each run on the pictures that it was evaluated on itself: a naive split beside a "
                      "leak-free one");
    command->add_option("--format", m_format, "markdown, latex and csv print the tables of results alone")
        ->capture_default_str()
        ->check(CLI::IsMember({"text", "markdown", "latex", "csv"}));
    return command;
}

Result<CommandOutput> CompareCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    CommandOutput output;
    auto sets = nlohmann::json::array();
    // CLI11 would count the parts of a list as arguments of their own, and take RUNs for more of them.
    for (const auto& split : CLI::detail::split(m_splits, ',')) {
        NAKAMA_TRY(auto one, m_ownSets ? compareOwn(split, workspace) : compareOn(split, workspace, context));
        output.text += (output.text.empty() ? "" : "\n") + one.text;
        sets.push_back(std::move(one.json));
    }
    output.json = sets.size() == 1 ? sets.front() : nlohmann::json{{"sets", sets}};
    return output;
}

Result<CommandOutput> CompareCommand::compareOn(const std::string& split, const Workspace& workspace,
                                                CommandContext& context) const
{
    CompareJob job(
        workspace, [&] { return context.engine(); }, m_runs, *evaluationSetFromName(split));
    NAKAMA_CHECK(context.run(job));

    CommandOutput output;
    output.json["split"] = split;
    output.json["title"] = job.table().title;
    output.json["n"] = job.comparison().n;
    output.json["groups"] = job.comparison().groups;
    output.json["runs"] = jsonOf(job.runIds(), job.table());
    output.json["pairs"] = nlohmann::json::array();
    for (const auto& pair : job.comparison().pairs)
        output.json["pairs"].push_back(jsonOf(pair));
    output.json["warnings"] = job.warnings();
    output.text = inFormat(m_format, job.table(), textOf(job));
    return output;
}

Result<CommandOutput> CompareCommand::compareOwn(const std::string& split, const Workspace& workspace) const
{
    NAKAMA_TRY(const auto sets, compareOwnSets(workspace, m_runs, *evaluationSetFromName(split)));
    CommandOutput output;
    output.json["split"] = split;
    output.json["title"] = sets.table.title;
    output.json["runs"] = jsonOf(sets.runIds, sets.table);
    output.json["flattery"] = nlohmann::json::array();
    for (const auto& one : sets.flattery)
        output.json["flattery"].push_back({{"naive", one.naive},
                                           {"leak_free", one.leakFree},
                                           {"delta_macro", one.deltaMacro},
                                           {"interval", {one.interval.low, one.interval.high}},
                                           {"words", one.words}});
    output.json["notes"] = sets.notes;
    output.text = inFormat(m_format, sets.table, textOf(sets));
    return output;
}

} // namespace nakama
