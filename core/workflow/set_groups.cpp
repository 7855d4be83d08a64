#include "core/workflow/set_groups.h"

#include "core/curate/copy_families.h"
#include "core/imaging/fingerprint.h"
#include "core/workflow/derived_run.h"
#include "core/workflow/run_pictures.h"
#include "core/workspace/copy_store.h"

#include <set>
#include <unordered_map>

namespace nakama
{

namespace
{

/** A picture's group, or its own hash where it has no copies. */
std::string groupName(const std::string& id, const KnownCopies& copies)
{
    const auto found = copies.groupOfId.find(id);
    return found == copies.groupOfId.end() ? id : "group " + std::to_string(found->second);
}

/** All that a run and its members learned from; nothing where one of them did not keep it. */
std::optional<std::set<std::string>> learnedFrom(const Workspace& workspace, const std::string& runId)
{
    const auto derived = derivedRun(workspace, runId);
    if (!derived) {
        auto pictures = runPictures(workspace, runId);
        return pictures ? std::optional(std::move(pictures->train)) : std::nullopt;
    }
    std::set<std::string> all;
    for (const auto& member : derived->members) {
        auto learned = learnedFrom(workspace, member);
        if (!learned)
            return std::nullopt;
        all.merge(*learned);
    }
    return all;
}

} // namespace

Result<KnownCopies> knownCopies(const Workspace& workspace)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    const CopyStore store(catalogue);
    KnownCopies known;
    NAKAMA_TRY(const auto info, store.searchInfo());
    NAKAMA_TRY(const auto unsearched, store.unsearched(Fingerprint::version));
    known.searched = info && unsearched == 0;
    NAKAMA_TRY(const auto copies, store.copies());
    const auto families = copyFamilies(copies);
    NAKAMA_TRY(const auto images, catalogue.images());
    for (const auto& image : images)
        if (const auto family = families.find(image.id); family != families.end())
            known.groupOfId.emplace(image.sha256, family->second);
    return known;
}

std::vector<int> groupsOfRows(const PredictionTable& table, const KnownCopies& copies)
{
    std::vector<int> groups;
    std::unordered_map<std::string, int> numbers;
    for (const auto& row : table.rows)
        if (row.label >= 0)
            groups.push_back(numbers.try_emplace(groupName(row.id, copies), static_cast<int>(numbers.size()))
                                 .first->second);
    return groups;
}

std::optional<std::int64_t> leakedGroups(const Workspace& workspace, const std::string& runId,
                                         const PredictionTable& table, const KnownCopies& copies)
{
    const auto learned = learnedFrom(workspace, runId);
    if (!learned || !copies.searched)
        return std::nullopt;
    std::set<std::string> learnedGroups;
    for (const auto& id : *learned)
        learnedGroups.insert(groupName(id, copies));
    std::set<std::string> leaked;
    for (const auto& row : table.rows)
        if (const auto name = groupName(row.id, copies); row.label >= 0 && learnedGroups.contains(name))
            leaked.insert(name);
    return std::ssize(leaked);
}

} // namespace nakama
