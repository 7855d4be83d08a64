#include "app/cli/commands/split_command.h"

#include "core/curate/split_job.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>

namespace nakama
{

namespace
{

/** "kaggle=500" → the cap of a source that the workspace has. Error: InvalidArgument. */
Result<void> addSourceCap(SplitCaps& caps, const std::string& text, const WorkspaceCounts& counts)
{
    const auto refuse = [&](const std::string& reason) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' {}; write NAME=N, such as kaggle=500", text, reason), "--cap-source");
    };
    const auto equals = text.rfind('=');
    if (equals == std::string::npos)
        return refuse("has no number");
    const auto name = text.substr(0, equals);
    if (!counts.perSource.contains(name)) {
        std::string known;
        for (const auto& [source, count] : counts.perSource)
            known += (known.empty() ? "" : ", ") + source;
        return refuse("names no source of the workspace, which are: " + known);
    }
    int cap = 0;
    const char* const end = text.data() + text.size();
    const auto [next, status] = std::from_chars(text.data() + equals + 1, end, cap);
    if (status != std::errc() || next != end || cap < 1)
        return refuse("has no number above 0");
    caps.perSource[name] = cap;
    return {};
}

nlohmann::json jsonOf(const Imbalance& balance)
{
    return {{"largest", balance.largest}, {"smallest", balance.smallest}, {"ratio", balance.ratio()}};
}

} // namespace

CLI::App* SplitCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("split", "divide the pool into train, val and test, class by class");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--ratios", m_ratios, "train/val/test, such as 70/15/15");
    command->add_option("--seed", m_seed, "the same seed gives the same split");
    command->add_flag("--ignore-duplicates", m_ignoreDuplicates,
                      "a naive split that does not look for copies: figures become too good");
    command->add_flag("--use-true-test-copies", m_useTrueTestCopies,
                      "split also pictures of which the true test has a copy");
    command->add_option("--cap-class", m_classCap, "use at most so many pictures of a class")
        ->check(CLI::PositiveNumber);
    command->add_option("--cap-source", m_sourceCaps, "NAME=N: use at most so many pictures of a source");
    return command;
}

Result<CommandOutput> SplitCommand::run(CommandContext& context)
{
    SplitJobParams params;
    auto ratios = parseSplitRatios(m_ratios);
    if (!ratios)
        return fail(ErrorCode::InvalidArgument, ratios.error().message, "--ratios");
    params.split = *ratios;
    params.split.seed = m_seed;
    params.caps.perClass = m_classCap;
    if (m_ignoreDuplicates)
        params.copies = CopiesInSplit::Ignored;
    if (m_useTrueTestCopies)
        params.trueTestCopies = TrueTestCopies::Used;
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto countsBefore, catalogue.counts());
    for (const auto& text : m_sourceCaps)
        NAKAMA_CHECK(addSourceCap(params.caps, text, countsBefore));
    SplitJob job(workspace, params);
    NAKAMA_CHECK(context.run(job));

    NAKAMA_TRY(const auto counts, catalogue.counts());
    const auto& report = job.report();
    const auto& outcome = report.outcome;
    CommandOutput output;
    output.json = {{"per_split", counts.perSplit},
                   {"per_class_split", counts.perClassSplit},
                   {"groups_kept_together", outcome.groupsKeptTogether},
                   {"duplicates_ignored", m_ignoreDuplicates},
                   {"in_true_test", report.inTrueTest},
                   {"beyond_caps", report.beyondCaps},
                   {"unreadable", report.unreadable},
                   {"imbalance", {{"before", jsonOf(report.before)}, {"after", jsonOf(report.after)}}},
                   {"warnings", outcome.warnings}};
    output.text = fmt::format(
        "train {}, val {}, test {}; {}\n", counts.perSplit.at("train"), counts.perSplit.at("val"),
        counts.perSplit.at("test"),
        m_ignoreDuplicates ? "copies were ignored, so figures on val and test may be too good"
                           : fmt::format("{} groups of copies kept together", outcome.groupsKeptTogether));
    if (!report.inTrueTest.empty())
        output.text += fmt::format("{} pictures are left out since the true test has a copy of them "
                                   "(--use-true-test-copies uses them)\n",
                                   report.inTrueTest.size());
    if (params.caps.isAny())
        output.text += fmt::format(
            "{} pictures are beyond the caps; largest to smallest class {:.1f} before, {:.1f} now\n",
            report.beyondCaps, report.before.ratio(), report.after.ratio());
    if (report.unreadable > 0)
        context.say(fmt::format("warning: {} pictures could not be read, so their copies are not known",
                                report.unreadable));
    for (const auto& warning : outcome.warnings)
        context.say("warning: " + warning);
    return output;
}

} // namespace nakama
