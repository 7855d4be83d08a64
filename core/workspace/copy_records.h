#pragma once

#include <cstdint>
#include <string>

namespace nakama
{

/**
 * One picture is a copy of another: what makes copyOf into imageId. In a group, copyOf is the keeper and was
 * compared with each member itself; a link between two groups counts for the split only.
 */
struct CopyRecord
{
    std::int64_t imageId = 0;
    std::int64_t copyOf = 0;
    bool inGroup = true;
    /** "exact", "resized", "recompressed", or of "cropped", "mirrored", "rotated", "inverted", "greyscale"
     * those that apply, joined by "+". */
    std::string kind;
    double similarity = 0; ///< at most 1
    int quarterTurns = 0;  ///< clockwise, after mirroring left to right
    bool mirrored = false;
    bool inverted = false;
    bool greyscale = false; ///< one of the two has no colour
    double zoom = 1; ///< above 1 where the copy shows less: the share of the area that it shows, inverted

    bool operator==(const CopyRecord&) const = default;
};

/** What the last search for copies covered. */
struct CopySearchInfo
{
    int version = 0;              ///< of the fingerprints
    std::int64_t lastImageId = 0; ///< pictures added later have not been searched
    int images = 0;
    int unreadable = 0; ///< their files could not be decoded
    std::string at;     ///< ISO 8601, UTC
};

} // namespace nakama
