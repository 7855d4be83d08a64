#include "core/training/detail/moving_parameters.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace nakama
{

namespace
{

/** "features.5.0.block.1.weight" → "features.5"; "layer3.0.conv1.weight" → "layer3"; "conv1.weight" →
 * "conv1". */
std::string layerOf(const std::string& name)
{
    std::size_t end = 0;
    while (true) {
        const auto start = end;
        end = name.find('.', start);
        const bool numbered = start < name.size() &&
                              std::isdigit(static_cast<unsigned char>(name[std::min(end, name.size()) - 1]));
        if (end == std::string::npos)
            return name.substr(0, name.find('.'));
        if (numbered)
            return name.substr(0, end);
        ++end;
    }
}

} // namespace

std::vector<MovingParameter> movingParameters(const Backbone& model, const std::string& headKey,
                                              double layerDecay)
{
    std::vector<std::string> layers; // from the pictures to the head, as they are registered
    for (const auto& item : model.named_parameters()) {
        const auto layer = layerOf(item.key());
        if (!item.key().starts_with(headKey + ".") && std::ranges::find(layers, layer) == layers.end())
            layers.push_back(layer);
    }
    std::vector<MovingParameter> moving;
    for (const auto& item : model.named_parameters()) {
        if (!item.value().requires_grad())
            continue;
        const auto place = std::ranges::find(layers, layerOf(item.key()));
        const bool head = item.key().starts_with(headKey + ".");
        const auto distance = head ? 0 : layers.end() - place;
        moving.push_back({item.key(), item.value(), std::pow(layerDecay, static_cast<double>(distance))});
    }
    return moving;
}

} // namespace nakama
