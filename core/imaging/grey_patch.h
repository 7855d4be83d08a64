#pragma once

#include "core/imaging/fingerprint.h"

#include <array>
#include <cstddef>

namespace nakama
{

/** Some of a thumbnail's pixels, in grey levels, to be correlated with others. */
struct GreyPatch
{
    std::size_t width = 0; ///< at most Fingerprint::side, like height
    std::size_t height = 0;
    std::array<float, std::size_t{Fingerprint::side} * Fingerprint::side>
        values; ///< width · height, row by row

    std::size_t size() const { return width * height; }
    float& at(std::size_t x, std::size_t y) { return values[y * width + x]; }
    float at(std::size_t x, std::size_t y) const { return values[y * width + x]; }
};

/** The whole thumbnail. */
GreyPatch patchOf(const Fingerprint& fingerprint);

/**
 * What remains without soft light and dark: each pixel less the mean of the 5 × 5 around it (edges repeated).
 * Two figures on a white page are alike in the large; their lines are not.
 */
GreyPatch highPass(const GreyPatch& grey);

/** Root of the mean square. */
float strength(const GreyPatch& grey);

/** Of two patches of one size: 1 where they differ by brightness and contrast only, 0 where either is flat.
 */
double correlation(const GreyPatch& a, const GreyPatch& b);

} // namespace nakama
