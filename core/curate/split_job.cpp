#include "core/curate/split_job.h"

#include "core/curate/copy_families.h"
#include "core/curate/duplicates_job.h"
#include "core/imaging/fingerprint.h"
#include "core/workspace/edit_journal.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace nakama
{

namespace
{

Imbalance balanceOf(const std::vector<SplitItem>& items)
{
    std::map<int, int> counts;
    for (const auto& item : items)
        ++counts[item.classIndex];
    Imbalance balance;
    for (const auto& [classIndex, count] : counts) {
        balance.largest = std::max(balance.largest, count);
        balance.smallest = balance.smallest == 0 ? count : std::min(balance.smallest, count);
    }
    return balance;
}

/** The search, where pictures have come since the last one. */
Result<int> searchForCopies(const Workspace& workspace, Catalogue& catalogue, JobContext& context)
{
    CopyStore store(catalogue);
    NAKAMA_TRY(const auto unsearched, store.unsearched(Fingerprint::version));
    if (unsearched > 0) {
        DuplicatesJob search(workspace);
        NAKAMA_CHECK(search.run(context));
    }
    NAKAMA_TRY(const auto info, store.searchInfo());
    return info ? info->unreadable : 0;
}

} // namespace

Levelling SplitReport::levelling() const
{
    int largest = 0;
    for (const auto& use : classes)
        largest = std::max(largest, use.used);
    Levelling levelling;
    for (const auto& use : classes) {
        levelling.classes += use.used < largest ? 1 : 0;
        levelling.pictures += largest - use.used;
    }
    return levelling;
}

SplitJob::SplitJob(Workspace workspace, SplitJobParams params)
    : m_workspace(std::move(workspace)), m_params(std::move(params))
{
}

SplitJob::SplitJob(Workspace workspace, SplitParams params)
    : SplitJob(std::move(workspace), SplitJobParams{params, {}, {}, {}, {}})
{
}

Result<void> SplitJob::run(JobContext& context)
{
    m_report = {};
    NAKAMA_CHECK(context.checkpoint());
    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    if (m_params.copies == CopiesInSplit::Together && m_params.run == SplitRun::Dry) {
        NAKAMA_TRY(m_report.unsearched, CopyStore(catalogue).unsearched(Fingerprint::version));
    } else if (m_params.copies == CopiesInSplit::Together) {
        NAKAMA_TRY(m_report.unreadable, searchForCopies(m_workspace, catalogue, context));
    }
    context.progress(0, 0, "splitting");
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::vector<std::string> classNames;
    for (const auto& info : classes)
        classNames.push_back(info.name);
    NAKAMA_TRY(const auto before, catalogue.splitInfo());
    m_report.byHand = before ? before->byHand : 0;
    m_report.classes.resize(classes.size());
    NAKAMA_TRY(const auto items, chooseItems(catalogue));
    NAKAMA_TRY(m_report.outcome, splitStratified(items, classNames, m_params.split));
    NAKAMA_CHECK(context.checkpoint());
    if (m_params.run == SplitRun::Store)
        NAKAMA_CHECK(store(catalogue, items));
    context.progress(std::ssize(items), std::ssize(items), "splitting");
    return {};
}

Result<std::vector<SplitItem>> SplitJob::chooseItems(Catalogue& catalogue)
{
    NAKAMA_TRY(const auto images, catalogue.images());
    std::unordered_map<std::int64_t, std::int64_t> families;
    if (m_params.copies == CopiesInSplit::Together) {
        NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
        families = copyFamilies(copies);
    }
    const auto familyOf = [&](std::int64_t id) {
        const auto found = families.find(id);
        return found == families.end() ? std::int64_t{-1} : found->second;
    };
    std::unordered_set<std::int64_t> judged; // families of which the true test has a picture
    for (const auto& image : images)
        if (image.pool == Pool::TrueTest && families.contains(image.id))
            judged.insert(familyOf(image.id));

    std::vector<SplitItem> labelled, usable, chosen;
    for (const auto& image : images)
        if (image.pool == Pool::Pool && image.classIndex >= 0 && image.inUse())
            labelled.push_back({image.id, image.sha256, image.classIndex, familyOf(image.id), image.source});
    if (labelled.empty())
        return fail(ErrorCode::NotReady,
                    "no picture of the pool has a label; import class folders or label pictures first. Those "
                    "of the true test judge what was learnt, so they are never trained on",
                    m_workspace.folder().string());
    for (const auto& item : labelled)
        if (m_params.trueTestCopies == TrueTestCopies::LeftOut && judged.contains(item.group))
            m_report.inTrueTest.push_back(item.imageId);
        else
            usable.push_back(item);
    NAKAMA_TRY(const auto within, withinCaps(usable, m_params.caps, m_params.split.seed));
    for (std::size_t i = 0; i < usable.size(); ++i)
        if (within[i])
            chosen.push_back(usable[i]);
    if (chosen.empty())
        return fail(
            ErrorCode::NotReady,
            "the true test has a copy of every labelled picture, so nothing is left to learn from; add "
            "pictures, or use the copies",
            m_workspace.folder().string());
    m_report.beyondCaps = static_cast<int>(usable.size() - chosen.size());
    m_report.before = balanceOf(labelled);
    m_report.after = balanceOf(chosen);
    for (const auto& item : labelled)
        ++m_report.classes[static_cast<std::size_t>(item.classIndex)].labelled;
    for (const auto& item : chosen)
        ++m_report.classes[static_cast<std::size_t>(item.classIndex)].used;
    return chosen;
}

Result<void> SplitJob::store(Catalogue& catalogue, const std::vector<SplitItem>& items) const
{
    std::vector<std::pair<std::int64_t, SplitPart>> parts;
    for (std::size_t i = 0; i < items.size(); ++i)
        parts.emplace_back(items[i].imageId, m_report.outcome.parts[i]);
    SplitInfo info;
    info.train = m_params.split.train;
    info.val = m_params.split.val;
    info.test = m_params.split.test;
    info.seed = m_params.split.seed;
    info.groupsKeptTogether = m_params.copies == CopiesInSplit::Together;
    info.inTrueTest = static_cast<int>(m_report.inTrueTest.size());
    info.beyondCaps = m_report.beyondCaps;
    NAKAMA_CHECK(EditJournal(catalogue).split(parts, info));
    return {};
}

} // namespace nakama
