#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** An invented cartoon character of the sample workspace. */
struct SampleCharacter
{
    std::string name;
    int pictures = 0; ///< in the sample workspace: 20 to 120, unbalanced on purpose
};

/** The 18 characters, in class order. */
const std::vector<SampleCharacter>& sampleCharacters();

/**
 * Paints picture number index of a character: pose, scale, background, lighting and line style vary with
 * (seed, character, index) alone; the same on every machine up to rounding. RGB 8-bit, side × side or near
 * it.
 */
cv::Mat paintSample(int character, int index, std::uint64_t seed, int side = 256);

} // namespace nakama
