#pragma once

#include "core/imaging/fingerprint.h"

#include <optional>

namespace nakama
{

/** Hash bits by which a copy may differ: 99 % of copies cropped by up to 10 % a side are within. */
inline constexpr int maxCopyDistance = 10;

/** How a picture became its copy. */
struct FingerprintMatch
{
    Symmetry symmetry;   ///< done after the crop
    AxisWindow x, y;     ///< what of the picture the copy shows; near 0 at both ends where it is not cropped
    double likeness = 0; ///< correlation of the thumbnails, at most 1
    double similarity = 0; ///< correlation of their detail, at most 1: the evidence of being a copy
    int distance = 0;      ///< hash bits that differ, of 63

    /** Share of the picture's area that the copy shows. */
    double shown() const { return x.kept() * y.kept(); }
};

/**
 * Whether the copy shows what the picture shows: resized, compressed again, mirrored, turned by quarters,
 * inverted, made grey, cropped by up to about 12 % a side, or several of these. Nothing where it does not,
 * and where either is blank. The plainest explanation is preferred: a symmetrical picture is not called
 * mirrored.
 */
std::optional<FingerprintMatch> matchFingerprints(const Fingerprint& picture, const Fingerprint& copy);

} // namespace nakama
