#include "core/augment/augment.h"

#include "core/augment/random_erasing.h"
#include "core/imaging/resize.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nakama
{

namespace
{

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
    const double level = params.strength * random.below(levels) / (levels - 1);
    const double magnitude = magnitudeAt(operation, level);
    return {operation, isSigned(operation) && random.below(2) == 1 ? -magnitude : magnitude};
}

} // namespace

std::array<bool, operationCount> TrivialAugmentParams::allOperations()
{
    std::array<bool, operationCount> uses{};
    uses.fill(true);
    return uses;
}

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

Tile augmentTile(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random)
{
    Tile tile;
    TileDescription& drawn = tile.description;
    if (params.crop.enabled) {
        drawn.crop = drawCrop(shrunk.size(), params.crop, random);
        tile.rgb = resizeAntialiased(shrunk, drawn.crop, size, size);
    } else {
        tile.rgb = centerCrop(shrunk, size);
    }
    drawn.flipped = random.chance(params.flipProbability);
    if (drawn.flipped)
        cv::flip(tile.rgb, tile.rgb, 1);
    if (params.trivial.enabled) {
        std::tie(drawn.operation, drawn.magnitude) = drawOperation(params.trivial, random);
        tile.rgb = applyOperation(tile.rgb, drawn.operation, drawn.magnitude);
    }
    return tile;
}

cv::Mat augment(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random)
{
    return augmentTile(shrunk, size, params, random).rgb;
}

TileDescription augmentInto(const cv::Mat& shrunk, const Preprocessing& preprocessing,
                            const AugmentParams& params, RandomStream& random, float* out)
{
    Tile tile = augmentTile(shrunk, preprocessing.crop, params, random);
    normaliseInto(tile.rgb, preprocessing, out);
    tile.description.erased = eraseRandomly(out, tile.rgb.size(), params.erasing, random);
    return tile.description;
}

} // namespace nakama
