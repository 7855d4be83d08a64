#include "app/cli/commands/duplicates_command.h"

#include "core/curate/copy_families.h"
#include "core/curate/duplicates_job.h"
#include "core/curate/set_copies_aside.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/copy_store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <unordered_map>

namespace nakama
{

namespace
{

using ImagesById = std::unordered_map<std::int64_t, ImageRecord>;

nlohmann::json jsonOf(const ImageRecord& image)
{
    return {{"id", image.id},
            {"name", image.originalName},
            {"source", image.source},
            {"width", image.width},
            {"height", image.height},
            {"pool", poolName(image.pool)},
            {"class", image.classIndex},
            {"set_aside", image.setAside.has_value()}};
}

nlohmann::json jsonOf(const CopyRecord& copy, const ImageRecord& image)
{
    auto json = jsonOf(image);
    json.update({{"kind", copy.kind},
                 {"similarity", copy.similarity},
                 {"turned", 90 * copy.quarterTurns},
                 {"mirrored", copy.mirrored},
                 {"inverted", copy.inverted},
                 {"greyscale", copy.greyscale},
                 {"zoom", copy.zoom}});
    return json;
}

bool isMixed(const CopyGroup& group, const ImagesById& images)
{
    const auto pool = images.at(group.keeper).pool;
    for (const auto& copy : group.copies)
        if (images.at(copy.imageId).pool != pool)
            return true;
    return false;
}

std::string lineOf(const ImageRecord& image, const std::string& what)
{
    return fmt::format("  {:>7}  {:<28} {}x{}  {}{}{}\n", image.id, what, image.width, image.height,
                       image.originalName, image.pool == Pool::TrueTest ? "  (true test)" : "",
                       image.setAside ? "  (set aside)" : "");
}

} // namespace

CLI::App* DuplicatesCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("duplicates", "find pictures that are copies of each other");
    command->add_option("DIR", m_folder, "the workspace")->required();
    auto* apply =
        command->add_flag("--apply", m_apply, "set the copies aside, all but the keeper of each group");
    auto* undo = command->add_flag("--undo", m_undo, "take the latest --apply back")->excludes(apply);
    command
        ->add_option("--not-copies", m_notCopies,
                     "two picture numbers that are no copies, now and in later searches")
        ->expected(2)
        ->type_name("ID ID")
        ->excludes(undo);
    return command;
}

Result<CommandOutput> DuplicatesCommand::run(CommandContext& context)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    CopyStore store(catalogue);
    CommandOutput output;
    if (m_undo) {
        NAKAMA_TRY(const int restored, takeCopiesBack(catalogue));
        output.json["restored"] = restored;
        output.text =
            restored == 0
                ? "There is nothing to take back.\n"
                : fmt::format("{} pictures are in use again; split again to train on them.\n", restored);
    }
    if (!m_notCopies.empty())
        NAKAMA_CHECK(store.declareNotCopies(m_notCopies[0], m_notCopies[1]));

    DuplicatesJob job(workspace);
    NAKAMA_CHECK(context.run(job));
    const auto& result = job.result();
    if (m_apply) {
        NAKAMA_TRY(const int count, setCopiesAside(catalogue));
        output.json["set_aside"] = count;
        output.text = fmt::format("Set {} copies aside; --undo takes it back.\n", count);
    }
    NAKAMA_TRY(auto records, catalogue.images());
    ImagesById images;
    for (auto& record : records)
        images.emplace(record.id, std::move(record));

    const auto groups = copyGroups(result.copies);
    std::size_t inGroups = 0, withTrueTest = 0;
    output.json["groups"] = nlohmann::json::array();
    for (const auto& group : groups) {
        nlohmann::json json{{"kind", group.kind()}, {"keeper", group.keeper}};
        json["images"].push_back(jsonOf(images.at(group.keeper)));
        output.text += lineOf(images.at(group.keeper), "keep");
        for (const auto& copy : group.copies) {
            json["images"].push_back(jsonOf(copy, images.at(copy.imageId)));
            output.text +=
                lineOf(images.at(copy.imageId), fmt::format("{} {:.3f}", copy.kind, copy.similarity));
        }
        output.text += "\n";
        inGroups += group.copies.size() + 1;
        json["in_true_test"] = isMixed(group, images);
        withTrueTest += isMixed(group, images) ? 1 : 0;
        output.json["groups"].push_back(std::move(json));
    }
    output.json["images_in_groups"] = inGroups;
    output.json["groups_in_true_test"] = withTrueTest;
    output.json["seconds"] = result.seconds;
    output.json["fingerprinted"] = result.fingerprinted;
    output.json["reused"] = result.reused;
    output.json["unreadable"] = nlohmann::json::array();
    for (const auto& picture : result.unreadable)
        output.json["unreadable"].push_back({{"path", picture.path.string()}, {"reason", picture.reason}});
    output.text +=
        fmt::format("{} groups of copies with {} pictures, {} of them across pool and true test; {:.1f} s\n",
                    groups.size(), inGroups, withTrueTest, result.seconds);
    if (!result.unreadable.empty())
        context.say(fmt::format(
            "warning: {} pictures could not be read, so their copies are not known; the first: {}",
            result.unreadable.size(), result.unreadable.front().path.string()));
    return output;
}

} // namespace nakama
