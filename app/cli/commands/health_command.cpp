#include "app/cli/commands/health_command.h"

#include "core/curate/health_job.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::size_t idsShown = 12;

std::string adviceFor(HealthFinding finding)
{
    switch (finding) {
    case HealthFinding::Missing:
        return "the file is gone; import the picture again, or put it into the bin in the window";
    case HealthFinding::Damaged:
        return "the file is not the one that was imported; bring it back from a backup, or import it again";
    case HealthFinding::TrueTestLeaks:
        return "in train or val, and the true test has a copy; split again, which leaves them out";
    case HealthFinding::SplitLeaks:
        return "copies of one picture lie in several parts; split again, which keeps copies together";
    case HealthFinding::TagConflicts:
        return "the post's tags name another class than the label; look at them and label them again";
    case HealthFinding::AnnotatorConflict:
        return "annotators disagree; settle them on the Label page";
    case HealthFinding::Copies:
        return "copies in use beside their keeper; duplicates DIR --apply sets them aside";
    case HealthFinding::MarkedAndLabelled:
        return "marked, so out of use, though they have a label; take the mark or the label off";
    case HealthFinding::Tiny:
        return fmt::format("the shorter side is below {} px, so a model sees a blur; exclude them or find "
                           "larger ones",
                           tinySide);
    case HealthFinding::Extreme:
        break;
    }
    return fmt::format("longer than {} to 1, so most of the square that a model sees is empty or cut off; "
                       "crop or exclude them",
                       extremeShape);
}

std::string idsText(const std::vector<std::int64_t>& ids)
{
    std::string text = fmt::format(
        "{}", fmt::join(ids.begin(),
                        ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), idsShown)), " "));
    if (ids.size() > idsShown)
        text += fmt::format(" … and {} more; --json lists them all", ids.size() - idsShown);
    return text;
}

} // namespace

CLI::App* HealthCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand(
        "health", "look for leaks, copies, damaged files, conflicting labels and odd sizes");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_flag("--quick", m_quick, "look at the sizes of files only, not at every byte of them");
    return command;
}

Result<CommandOutput> HealthCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadOnly));
    HealthJob job(workspace, m_quick ? FileCheck::Sizes : FileCheck::Contents);
    NAKAMA_CHECK(context.run(job));
    const auto& report = job.report();
    CommandOutput output;
    output.json = {{"pictures", report.pictures},
                   {"contents_checked", !m_quick},
                   {"not_searched_for_copies", report.unsearched},
                   {"findings", nlohmann::json::object()}};
    for (const auto finding : healthFindings) {
        const auto found = report.findings.find(finding);
        const auto name = std::string(healthFindingName(finding));
        output.json["findings"][name] = nlohmann::json::array();
        if (found == report.findings.end())
            continue;
        output.json["findings"][name] = found->second;
        output.text += fmt::format("{:>6}  {}: {}\n        {}\n", found->second.size(), name,
                                   adviceFor(finding), idsText(found->second));
    }
    if (report.findings.empty())
        output.text = fmt::format("Nothing is wrong with the {} pictures.\n", report.pictures);
    if (report.unsearched > 0)
        output.text += fmt::format("{} pictures were not searched for copies yet: nakama-cli duplicates {}\n",
                                   report.unsearched, m_folder.string());
    return output;
}

} // namespace nakama
