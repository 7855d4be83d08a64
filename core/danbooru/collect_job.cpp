#include "core/danbooru/collect_job.h"

#include "core/danbooru/collect_run.h"
#include "core/danbooru/dry_run.h"
#include "core/danbooru/server_address.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace nakama
{

namespace
{

constexpr int usuallyWanted = 100;

/** The plain tags among the terms of a search: without metatags, wildcards and signs. */
std::vector<std::string> plainTags(const std::string& tags)
{
    std::vector<std::string> plain;
    std::istringstream words(tags);
    for (std::string word; words >> word;) {
        const bool isSigned = word.starts_with('-') || word.starts_with('~');
        auto tag = word.substr(isSigned ? 1 : 0);
        if (!tag.empty() && tag.find_first_of("*{}") == std::string::npos &&
            tag.find(':') == std::string::npos)
            plain.push_back(std::move(tag));
    }
    return plain;
}

/** What a preset searches a class of this name by, as a hint for people: the name may mean somebody else. */
std::string hintFor(const ClassInfo& info)
{
    for (const auto& preset : builtInPresets()) {
        const int index = matchClass(preset.classes, info.name);
        if (index >= 0)
            return fmt::format(" ('{}', if it is the one of the preset {})",
                               preset.classes[static_cast<std::size_t>(index)].danbooruTag, preset.id);
    }
    return {};
}

Result<std::vector<CollectWish>> wishesFor(const std::vector<ClassInfo>& classes,
                                           const std::vector<CollectWish>& given)
{
    auto wishes = given;
    for (std::size_t i = 0; i < classes.size() && given.empty(); ++i)
        if (!classes[i].danbooruTag.empty())
            wishes.push_back({static_cast<int>(i), usuallyWanted});
    if (wishes.empty())
        return fail(ErrorCode::NotReady,
                    "no class has a tag to search for; set the tag of at least one" +
                        (classes.empty() ? "" : hintFor(classes.front())),
                    classes.empty() ? "classes" : "class " + classes.front().name);
    for (const auto& wish : wishes) {
        if (wish.classIndex < 0 || wish.classIndex >= std::ssize(classes))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no class number {}", wish.classIndex), "classes");
        const auto& info = classes[static_cast<std::size_t>(wish.classIndex)];
        if (info.danbooruTag.empty())
            return fail(ErrorCode::InvalidArgument,
                        "this class has no tag to search for; set it first" + hintFor(info),
                        "class " + info.name);
        if (wish.wanted < 0)
            return fail(ErrorCode::InvalidArgument, "0 pictures or more", "class " + info.name);
    }
    return wishes;
}

} // namespace

Result<std::string> explainNothing(DanbooruClient& client, const std::string& tags, const std::string& site,
                                   JobContext& context)
{
    const auto names = plainTags(tags);
    NAKAMA_TRY(const auto known, client.tags(names, context));
    for (const auto& name : names) {
        const auto isIt = [&](const TagInfo& tag) { return tag.name == name; };
        const auto found = std::find_if(known.begin(), known.end(), isIt);
        if (found == known.end())
            return fmt::format("{} has no tag '{}'; set another tag for this class", site, name);
        if (found->postCount == 0)
            return fmt::format("the tag '{}' has no posts; it may be an old name of another tag", name);
    }
    return std::string("no post has these tags and passes the filter; ask for less");
}

CollectJob::CollectJob(Workspace workspace, CollectParams params, CollectObserver observer)
    : m_workspace(std::move(workspace)), m_params(std::move(params)), m_observer(std::move(observer))
{
}

Result<void> CollectJob::run(JobContext& context)
{
    NAKAMA_CHECK(checkClientParams(m_params.client));
    NAKAMA_CHECK(checkPostFilter(m_params.filter));
    CollectPlan plan;
    NAKAMA_TRY(plan.site, siteOf(m_params.client.server));
    {
        NAKAMA_TRY(const auto catalogue, m_workspace.catalogue());
        NAKAMA_TRY(plan.classes, catalogue.classes());
    }
    NAKAMA_TRY(plan.wishes, wishesFor(plan.classes, m_params.wishes));
    if (m_params.mode == CollectMode::DryRun)
        return dryRun(m_workspace, m_params, plan, m_observer, m_report, context);
    return CollectRun(m_workspace, m_params, std::move(plan), m_observer, m_report, context).run();
}

} // namespace nakama
