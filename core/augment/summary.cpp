#include "core/augment/augment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace nakama
{

std::string summaryOf(const AugmentParams& params)
{
    std::vector<std::string> parts;
    if (params.letterbox)
        parts.emplace_back("letterbox");
    else if (params.crop.enabled)
        parts.push_back(
            fmt::format("crop to {:.0f}–{:.0f} %", 100 * params.crop.minScale, 100 * params.crop.maxScale));
    if (params.flipProbability > 0)
        parts.push_back(fmt::format("flip {:.0f} %", 100 * params.flipProbability));
    if (params.rotation.enabled)
        parts.push_back(fmt::format("rotation to {:.0f}°", params.rotation.degrees));
    if (params.jitter.enabled)
        parts.emplace_back("colour jitter");
    if (params.trivial.enabled)
        parts.push_back(
            fmt::format("TrivialAugment ({} operations)", std::ranges::count(params.trivial.uses, true)));
    if (params.blur.enabled)
        parts.push_back(fmt::format("blur {:.0f} %", 100 * params.blur.probability));
    if (params.erasing.enabled)
        parts.push_back(fmt::format("erasing {:.0f} %", 100 * params.erasing.probability));
    if (params.mixing.mixUp)
        parts.emplace_back("MixUp");
    if (params.mixing.cutMix)
        parts.emplace_back("CutMix");
    return parts.empty() ? "off" : fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace nakama
