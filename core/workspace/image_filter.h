#pragma once

#include "core/workspace/records.h"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/** Whether pictures are in use, and why not. */
enum class UseState {
    InUse,
    NotInBin, ///< all that a person has not deleted
    SetAside, ///< excluded, or a copy that was set aside
    Marked,   ///< not set aside, but several characters, none of the classes, or unsure
    Bin,
};

enum class LabelState { Labelled, Unlabelled, ByHand };
/** What the last search for copies found. */
enum class CopyState { HasCopies, Keeper, Copy, Single };

/** Values of which a picture must have one; none: any will do. */
template<typename T>
struct AnyOf
{
    std::vector<T> values;

    AnyOf() = default;
    /** One value alone. */
    template<std::convertible_to<T> U>
    AnyOf(U&& value)
    {
        values.emplace_back(std::forward<U>(value));
    }

    explicit operator bool() const { return !values.empty(); }
    bool contains(const T& value) const
    {
        return std::find(values.begin(), values.end(), value) != values.end();
    }
    /** Adds the value, or takes it away. */
    void toggle(const T& value)
    {
        if (std::erase(values, value) == 0)
            values.push_back(value);
    }
    bool operator==(const AnyOf&) const = default;
};

/** Sizes of the shorter side, in pixels, both ends included; to 0: no end. */
struct SideRange
{
    int from = 0;
    int to = 0;

    bool operator==(const SideRange&) const = default;
};

/** Which pictures to list; fields that are not set do not filter, all that are set must hold. */
struct ImageFilter
{
    std::optional<Pool> pool;
    AnyOf<int> classIndex;                         ///< −1: without a label
    std::optional<std::optional<SplitPart>> split; ///< set to nothing: of the pool, in no part
    AnyOf<std::string> source;
    std::optional<UseState> use = {};
    std::optional<PictureMark> mark = {};
    std::optional<LabelState> label = {};
    std::optional<CopyState> copies = {};
    std::optional<std::string> rating = {}; ///< of the post: "g", "s", "q", "e"
    AnyOf<SideRange> side = {};
    std::string text = {}; ///< every word of it is in the name or in the post's tags, in any case
    /** Only these, ascending; shared, since such a list may be long. */
    std::shared_ptr<const std::vector<std::int64_t>> among = {};

    bool operator==(const ImageFilter&) const = default;
};

enum class ImageOrder { Oldest, Newest, Name, Class, LargestFirst, SmallestFirst, Source };

} // namespace nakama
