#include "core/augment/augment.h"

#include "core/augment/random_erasing.h"
#include "core/augment/warp.h"
#include "core/imaging/resize.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace nakama
{

namespace
{

/** The whole picture in a square, black at both sides of the shorter one. */
cv::Mat letterboxed(const cv::Mat& rgb, int size)
{
    const double scale = static_cast<double>(size) / std::max(rgb.cols, rgb.rows);
    const int width = std::max(static_cast<int>(std::lround(rgb.cols * scale)), 1);
    const int height = std::max(static_cast<int>(std::lround(rgb.rows * scale)), 1);
    return centerCrop(resizeAntialiased(rgb, width, height), size);
}

cv::Mat framed(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random,
               cv::Rect& crop)
{
    if (params.letterbox)
        return letterboxed(shrunk, size);
    if (!params.crop.enabled)
        return centerCrop(shrunk, size);
    crop = drawCrop(shrunk.size(), params.crop, random);
    return resizeAntialiased(shrunk, crop, size, size);
}

cv::Mat blurred(const cv::Mat& rgb, double sigma)
{
    const int side = 2 * static_cast<int>(std::ceil(3 * sigma)) + 1;
    cv::Mat out;
    cv::GaussianBlur(rgb, out, cv::Size(side, side), sigma, sigma, cv::BORDER_REFLECT_101);
    return out;
}

/** An operation of those in use and its magnitude, drawn as TrivialAugmentWide does. */
std::pair<Operation, double> drawOperation(const TrivialAugmentParams& params, RandomStream& random)
{
    std::array<Operation, operationCount> choice{};
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < operationCount; ++i)
        if (params.uses[i])
            choice[count++] = static_cast<Operation>(i);
    if (count == 0)
        return {Operation::Identity, 0};
    const Operation operation = choice[random.below(count)];
    const auto levels = static_cast<std::uint32_t>(std::max(params.levels, 2));
    const double level =
        params.strengths[static_cast<std::size_t>(operation)] * random.below(levels) / (levels - 1);
    const double magnitude = magnitudeAt(operation, level);
    return {operation, isSigned(operation) && random.below(2) == 1 ? -magnitude : magnitude};
}

} // namespace

AugmentParams AugmentParams::off()
{
    AugmentParams params;
    params.crop.enabled = false;
    params.flipProbability = 0;
    return params;
}

AugmentParams AugmentParams::recipe()
{
    AugmentParams params;
    params.trivial.enabled = true;
    params.erasing.enabled = true;
    return params;
}

RandomStream tileStream(std::uint64_t seed, int epoch, const std::string& sha256)
{
    std::uint64_t picture = 0;
    for (const char digit : sha256.substr(0, 16))
        picture =
            picture << 4 | static_cast<std::uint64_t>(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
    return {seed, RandomPurpose::Augment, static_cast<std::uint64_t>(epoch), picture};
}

Tile augmentTile(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random)
{
    Tile tile;
    TileDescription& drawn = tile.description;
    tile.rgb = framed(shrunk, size, params, random, drawn.crop);
    drawn.flipped = random.chance(params.flipProbability);
    // The flip waits for a warp to be part of: colours do not mind, and the pixels are the same. Two warps
    // stay two, since one in their place would take other pixels (a third of them, for two rotations).
    bool mirrored = drawn.flipped;
    const auto warp = [&](const InverseAffine& inverse) {
        tile.rgb = warpNearest(tile.rgb, mirrored ? afterMirroring(inverse, tile.rgb.cols) : inverse);
        mirrored = false;
    };
    if (params.rotation.enabled) {
        drawn.rotation = random.uniform(-params.rotation.degrees, params.rotation.degrees);
        warp(rotation(tile.rgb.size(), drawn.rotation));
    }
    if (params.jitter.enabled) {
        drawn.jitter = drawJitter(params.jitter, random);
        tile.rgb = applyJitter(tile.rgb, *drawn.jitter);
    }
    if (params.trivial.enabled) {
        std::tie(drawn.operation, drawn.magnitude) = drawOperation(params.trivial, random);
        if (const auto inverse = warpOf(drawn.operation, drawn.magnitude, tile.rgb.size()))
            warp(*inverse);
        else
            tile.rgb = applyOperation(tile.rgb, drawn.operation, drawn.magnitude);
    }
    if (mirrored)
        cv::flip(tile.rgb, tile.rgb, 1);
    if (params.blur.enabled && random.chance(params.blur.probability)) {
        drawn.blur = random.uniform(params.blur.minSigma, params.blur.maxSigma);
        tile.rgb = blurred(tile.rgb, drawn.blur);
    }
    drawn.erased = drawErasing(tile.rgb.size(), params.erasing, random);
    return tile;
}

TileDescription augmentInto(const cv::Mat& shrunk, const Preprocessing& preprocessing,
                            const AugmentParams& params, RandomStream& random, float* out)
{
    const Tile tile = augmentTile(shrunk, preprocessing.crop, params, random);
    normaliseInto(tile.rgb, preprocessing, out);
    if (const auto& hole = tile.description.erased)
        erase(out, tile.rgb.size(), *hole, params.erasing, random);
    return tile.description;
}

} // namespace nakama
