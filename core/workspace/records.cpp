#include "core/workspace/records.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nakama
{

namespace
{

template<typename Enum, std::size_t count>
using Names = std::array<std::pair<Enum, std::string_view>, count>;

constexpr Names<Pool, 2> poolNames{{{Pool::Pool, "pool"}, {Pool::TrueTest, "true-test"}}};
constexpr Names<SplitPart, 3> splitPartNames{
    {{SplitPart::Train, "train"}, {SplitPart::Val, "val"}, {SplitPart::Test, "test"}}};
constexpr Names<PictureMark, 3> pictureMarkNames{{{PictureMark::SeveralCharacters, "several"},
                                                  {PictureMark::NoneOfThese, "none"},
                                                  {PictureMark::Unsure, "unsure"}}};
constexpr Names<AsideReason, 3> asideReasonNames{
    {{AsideReason::Copy, "copy"}, {AsideReason::Excluded, "excluded"}, {AsideReason::Bin, "bin"}}};
constexpr Names<RunStatus, 4> runStatusNames{{{RunStatus::Running, "running"},
                                              {RunStatus::Finished, "finished"},
                                              {RunStatus::Cancelled, "cancelled"},
                                              {RunStatus::Failed, "failed"}}};

template<typename Enum, std::size_t count>
std::string_view nameIn(const Names<Enum, count>& names, Enum value)
{
    return std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == value; })
        ->second;
}

template<typename Enum, std::size_t count>
std::optional<Enum> valueIn(const Names<Enum, count>& names, std::string_view name)
{
    for (const auto& [value, itsName] : names)
        if (itsName == name)
            return value;
    return std::nullopt;
}

} // namespace

std::string_view poolName(Pool pool)
{
    return nameIn(poolNames, pool);
}

std::optional<Pool> poolFromName(std::string_view name)
{
    return valueIn(poolNames, name);
}

std::string_view splitPartName(SplitPart part)
{
    return nameIn(splitPartNames, part);
}

std::optional<SplitPart> splitPartFromName(std::string_view name)
{
    return valueIn(splitPartNames, name);
}

std::string_view pictureMarkName(PictureMark mark)
{
    return nameIn(pictureMarkNames, mark);
}

std::optional<PictureMark> pictureMarkFromName(std::string_view name)
{
    return valueIn(pictureMarkNames, name);
}

std::string_view asideReasonName(AsideReason reason)
{
    return nameIn(asideReasonNames, reason);
}

std::optional<AsideReason> asideReasonFromName(std::string_view name)
{
    return valueIn(asideReasonNames, name);
}

std::string_view runStatusName(RunStatus status)
{
    return nameIn(runStatusNames, status);
}

std::optional<RunStatus> runStatusFromName(std::string_view name)
{
    return valueIn(runStatusNames, name);
}

} // namespace nakama
