#include "core/augment/mixing.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace nakama
{

namespace
{

/** A box of 1 − share of the area about a drawn middle, cut at the borders, as the paper has it. */
cv::Rect drawBox(double share, cv::Size size, RandomStream& random)
{
    const double side = 0.5 * std::sqrt(1 - share);
    const auto middleX = static_cast<int>(random.below(static_cast<std::uint32_t>(size.width)));
    const auto middleY = static_cast<int>(random.below(static_cast<std::uint32_t>(size.height)));
    const auto halfWidth = static_cast<int>(side * size.width);
    const auto halfHeight = static_cast<int>(side * size.height);
    const cv::Rect box(middleX - halfWidth, middleY - halfHeight, 2 * halfWidth, 2 * halfHeight);
    return box & cv::Rect({}, size);
}

void blend(float* own, const float* other, std::size_t count, float share)
{
    for (std::size_t i = 0; i < count; ++i)
        own[i] = share * own[i] + (1 - share) * other[i];
}

void copyBox(float* own, const float* other, const cv::Rect& box, cv::Size size)
{
    for (int plane = 0; plane < 3; ++plane)
        for (int y = box.y; y < box.y + box.height; ++y) {
            const std::ptrdiff_t row = (std::ptrdiff_t{plane} * size.height + y) * size.width + box.x;
            std::copy_n(other + row, box.width, own + row);
        }
}

} // namespace

RandomStream mixingStream(std::uint64_t seed, int epoch, std::size_t batch)
{
    // Apart from the streams of pictures, whose third part of the key is an epoch.
    constexpr std::uint64_t batches = std::uint64_t{1} << 32;
    return {seed, RandomPurpose::Augment, batches + static_cast<std::uint64_t>(epoch), batch};
}

double drawBeta(double alpha, RandomStream& random)
{
    for (;;) {
        const double x = std::pow(random.uniform(), 1 / alpha);
        const double y = std::pow(random.uniform(), 1 / alpha);
        if (x + y <= 1 && x + y > 0)
            return x / (x + y);
    }
}

Mix drawMix(const MixingParams& params, cv::Size size, RandomStream& random)
{
    if (!params.enabled())
        return {};
    const bool cut = params.cutMix && (!params.mixUp || random.chance(0.5));
    const double share = drawBeta(cut ? params.cutMixAlpha : params.mixUpAlpha, random);
    if (!cut)
        return {Mix::Kind::MixUp, share, {}};
    const cv::Rect box = drawBox(share, size, random);
    return {Mix::Kind::CutMix, 1 - static_cast<double>(box.area()) / size.area(), box};
}

void applyMix(const Mix& mix, float* pixels, std::size_t count, cv::Size size)
{
    if (mix.kind == Mix::Kind::None || count < 2)
        return;
    const std::size_t picture = 3 * static_cast<std::size_t>(size.area());
    const auto mixOne = [&](float* own, const float* other) {
        if (mix.kind == Mix::Kind::MixUp)
            blend(own, other, picture, static_cast<float>(mix.share));
        else
            copyBox(own, other, mix.replaced, size);
    };
    // From the last back, so that each is mixed with one that is still itself.
    const std::vector<float> last(pixels + (count - 1) * picture, pixels + count * picture);
    for (std::size_t i = count - 1; i > 0; --i)
        mixOne(pixels + i * picture, pixels + (i - 1) * picture);
    mixOne(pixels, last.data());
}

} // namespace nakama
