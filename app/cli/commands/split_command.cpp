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

/** What is used of each class, and what the smaller ones lack; the text is for a dry run. */
void tellUse(const SplitReport& report, const std::vector<ClassInfo>& classes, CommandOutput& output)
{
    const auto levelling = report.levelling();
    output.json["classes"] = nlohmann::json::array();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto& use = report.classes[i];
        output.json["classes"].push_back(
            {{"class", classes[i].name}, {"labelled", use.labelled}, {"used", use.used}});
        output.text += fmt::format(
            "  {:<20} {:>6} of {:>6}{}\n", classes[i].name, use.used, use.labelled,
            use.used < use.labelled ? fmt::format("  drops {}", use.labelled - use.used) : std::string());
    }
    output.json["levelling"] = {{"classes", levelling.classes}, {"pictures", levelling.pictures}};
    output.json["not_searched_for_copies"] = report.unsearched;
    output.text +=
        fmt::format("{} pictures would be beyond the caps, {} are left out as copies of the true "
                    "test; to level up, {} classes need {} more pictures. Nothing was stored.\n",
                    report.beyondCaps, report.inTrueTest.size(), levelling.classes, levelling.pictures);
    if (report.unsearched > 0)
        output.text += fmt::format(
            "{} pictures were not searched for copies yet, which the split does first\n", report.unsearched);
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
    command->add_flag("--dry-run", m_dryRun,
                      "tell what would be used of each class and what levelling up needs; store nothing");
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
    params.run = m_dryRun ? SplitRun::Dry : SplitRun::Store;
    NAKAMA_TRY(const auto workspace,
               Workspace::open(m_folder, m_dryRun ? Access::ReadOnly : Access::ReadWrite));
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
    output.json = {{"dry_run", m_dryRun},
                   {"parts_by_hand_replaced", m_dryRun ? 0 : report.byHand},
                   {"per_split", counts.perSplit},
                   {"per_class_split", counts.perClassSplit},
                   {"groups_kept_together", outcome.groupsKeptTogether},
                   {"duplicates_ignored", m_ignoreDuplicates},
                   {"in_true_test", report.inTrueTest},
                   {"beyond_caps", report.beyondCaps},
                   {"unreadable", report.unreadable},
                   {"imbalance", {{"before", jsonOf(report.before)}, {"after", jsonOf(report.after)}}},
                   {"warnings", outcome.warnings}};
    NAKAMA_TRY(const auto classes, catalogue.classes());
    tellUse(report, classes, output);
    if (m_dryRun)
        return output;
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
    if (report.byHand > 0)
        context.say(
            fmt::format("{} parts that were given by hand are replaced; undoing this split in the window "
                        "brings them back",
                        report.byHand));
    if (report.unreadable > 0)
        context.say(fmt::format("warning: {} pictures could not be read, so their copies are not known",
                                report.unreadable));
    for (const auto& warning : outcome.warnings)
        context.say("warning: " + warning);
    return output;
}

} // namespace nakama
