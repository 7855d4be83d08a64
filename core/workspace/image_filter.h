#pragma once

#include "core/workspace/records.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
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

/** Which pictures to list; fields that are not set do not filter, all that are set must hold. */
struct ImageFilter
{
    std::optional<Pool> pool;
    std::optional<int> classIndex;                 ///< −1: without a label
    std::optional<std::optional<SplitPart>> split; ///< set to nothing: of the pool, in no part
    std::optional<std::string> source;
    std::optional<UseState> use = {};
    std::optional<PictureMark> mark = {};
    std::optional<LabelState> label = {};
    std::optional<CopyState> copies = {};
    std::optional<std::string> rating = {}; ///< of the post: "g", "s", "q", "e"
    std::optional<int> minSide = {};        ///< of the shorter side, in pixels
    std::optional<int> maxSide = {};        ///< the same
    std::string text = {}; ///< every word of it is in the name or in the post's tags, in any case
    /** Only these, ascending; shared, since such a list may be long. */
    std::shared_ptr<const std::vector<std::int64_t>> among = {};

    bool operator==(const ImageFilter&) const = default;
};

enum class ImageOrder { Oldest, Newest, Name, Class, LargestFirst, SmallestFirst, Source };

} // namespace nakama
