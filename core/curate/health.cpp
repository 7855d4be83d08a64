#include "core/curate/health.h"

#include "core/curate/copy_families.h"
#include "core/workspace/answer_store.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace nakama
{

namespace
{

using Ids = std::vector<std::int64_t>;
using ImagesById = std::unordered_map<std::int64_t, const ImageRecord*>;

std::set<std::string> wordsOf(const std::string& text)
{
    std::istringstream words(text);
    std::set<std::string> set;
    for (std::string word; words >> word;)
        set.insert(word);
    return set;
}

bool holdsAll(const std::set<std::string>& words, const std::set<std::string>& wanted)
{
    return !wanted.empty() && std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
}

/** All of a group that are in use but the first of them; those of the true test are not to be set aside. */
Ids copiesInUse(const std::vector<CopyRecord>& copies, const ImagesById& images)
{
    const auto isInUse = [&](std::int64_t id) {
        const auto image = images.find(id);
        return image != images.end() && image->second->inUse();
    };
    Ids found;
    for (const auto& group : copyGroups(copies)) {
        bool hasKeeper = isInUse(group.keeper);
        for (const auto& copy : group.copies) {
            if (!isInUse(copy.imageId))
                continue;
            if (hasKeeper && images.at(copy.imageId)->pool == Pool::Pool)
                found.push_back(copy.imageId);
            hasKeeper = true;
        }
    }
    return found;
}

Result<Ids> tagConflicts(const Catalogue& catalogue, const ImagesById& images)
{
    NAKAMA_TRY(const auto classes, catalogue.classes());
    NAKAMA_TRY(const auto provenances, catalogue.provenances());
    std::vector<std::set<std::string>> tagsOfClass;
    for (const auto& info : classes)
        tagsOfClass.push_back(wordsOf(info.danbooruTag));
    Ids found;
    for (const auto& [id, provenance] : provenances) {
        const auto image = images.find(id);
        if (image == images.end() || !image->second->inUse() || image->second->classIndex < 0)
            continue;
        const auto tags = wordsOf(provenance.post.tags);
        // Several characters may be tagged, and the label be one of them.
        if (holdsAll(tags, tagsOfClass[static_cast<std::size_t>(image->second->classIndex)]))
            continue;
        if (std::ranges::any_of(tagsOfClass, [&](const auto& wanted) { return holdsAll(tags, wanted); }))
            found.push_back(id);
    }
    return found;
}

Result<Ids> annotatorConflicts(Catalogue& catalogue, const ImagesById& images)
{
    NAKAMA_TRY(const auto answers, AnswerStore(catalogue).answers());
    std::unordered_map<std::int64_t, const Answer*> first;
    std::unordered_set<std::int64_t> differ, settled;
    for (const auto& record : answers) {
        if (record.pass != AnswerPass::First || !record.answer.isGiven())
            continue;
        if (record.annotator == settlingAnnotator)
            settled.insert(record.imageId);
        else if (const auto [known, isNew] = first.try_emplace(record.imageId, &record.answer);
                 !isNew && !known->second->agreesWith(record.answer))
            differ.insert(record.imageId);
    }
    Ids found;
    for (const auto id : differ)
        if (!settled.contains(id) && images.contains(id))
            found.push_back(id);
    return found;
}

} // namespace

std::string_view healthFindingName(HealthFinding finding)
{
    switch (finding) {
    case HealthFinding::Missing:
        return "missing";
    case HealthFinding::Damaged:
        return "damaged";
    case HealthFinding::TrueTestLeaks:
        return "true-test-leaks";
    case HealthFinding::SplitLeaks:
        return "split-leaks";
    case HealthFinding::TagConflicts:
        return "tag-conflicts";
    case HealthFinding::AnnotatorConflict:
        return "annotator-conflicts";
    case HealthFinding::Copies:
        return "copies";
    case HealthFinding::MarkedAndLabelled:
        return "marked-and-labelled";
    case HealthFinding::Tiny:
        return "tiny";
    case HealthFinding::Extreme:
        break;
    }
    return "extreme-shape";
}

Result<HealthFindings> catalogueHealth(Catalogue& catalogue, const std::vector<ImageRecord>& images)
{
    HealthFindings findings;
    ImagesById kept;
    for (const auto& image : images) {
        if (image.setAside)
            continue;
        kept.emplace(image.id, &image);
        const auto [shorter, longer] = std::minmax(image.width, image.height);
        if (shorter < tinySide)
            findings[HealthFinding::Tiny].push_back(image.id);
        if (longer > extremeShape * shorter)
            findings[HealthFinding::Extreme].push_back(image.id);
        if (image.mark && image.classIndex >= 0)
            findings[HealthFinding::MarkedAndLabelled].push_back(image.id);
    }
    NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
    findings[HealthFinding::Copies] = copiesInUse(copies, kept);
    NAKAMA_TRY(auto leaks, splitLeaks(catalogue));
    findings[HealthFinding::SplitLeaks] = std::move(leaks.across);
    findings[HealthFinding::TrueTestLeaks] = std::move(leaks.judged);
    NAKAMA_TRY(findings[HealthFinding::TagConflicts], tagConflicts(catalogue, kept));
    NAKAMA_TRY(findings[HealthFinding::AnnotatorConflict], annotatorConflicts(catalogue, kept));
    std::erase_if(findings, [](const auto& entry) { return entry.second.empty(); });
    for (auto& [finding, ids] : findings)
        std::ranges::sort(ids);
    return findings;
}

} // namespace nakama
