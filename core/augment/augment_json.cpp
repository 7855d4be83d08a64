#include "core/augment/augment.h"

#include <nlohmann/json.hpp>

#include <string>

namespace nakama
{

namespace
{

template<typename T>
void readField(const nlohmann::json& json, const char* name, T& value)
{
    value = json.value(name, value);
}

nlohmann::json partOf(const nlohmann::json& json, const char* name)
{
    return json.value(name, nlohmann::json::object());
}

nlohmann::json namesOf(const std::array<bool, operationCount>& uses)
{
    auto names = nlohmann::json::array();
    for (std::size_t i = 0; i < operationCount; ++i)
        if (uses[i])
            names.push_back(std::string(operationName(static_cast<Operation>(i))));
    return names;
}

void readCrop(const nlohmann::json& json, RandomResizedCropParams& crop)
{
    readField(json, "enabled", crop.enabled);
    readField(json, "min_scale", crop.minScale);
    readField(json, "max_scale", crop.maxScale);
    readField(json, "min_ratio", crop.minRatio);
    readField(json, "max_ratio", crop.maxRatio);
}

void readTrivial(const nlohmann::json& json, TrivialAugmentParams& trivial)
{
    readField(json, "enabled", trivial.enabled);
    readField(json, "levels", trivial.levels);
    readField(json, "strength", trivial.strength);
    if (!json.contains("operations"))
        return;
    trivial.uses.fill(false);
    for (const auto& name : json.at("operations"))
        if (const auto operation = operationFromName(name.get<std::string>()))
            trivial.uses[static_cast<std::size_t>(*operation)] = true;
}

void readErasing(const nlohmann::json& json, RandomErasingParams& erasing)
{
    readField(json, "enabled", erasing.enabled);
    readField(json, "probability", erasing.probability);
    readField(json, "min_scale", erasing.minScale);
    readField(json, "max_scale", erasing.maxScale);
    readField(json, "min_ratio", erasing.minRatio);
    readField(json, "max_ratio", erasing.maxRatio);
    if (json.contains("fill"))
        erasing.fill =
            json.at("fill") == "value" ? RandomErasingParams::Fill::Value : RandomErasingParams::Fill::Noise;
    readField(json, "value", erasing.value);
}

} // namespace

void to_json(nlohmann::json& json, const AugmentParams& params)
{
    const auto& [crop, flipProbability, trivial, erasing] = params;
    json = {{"crop",
             {{"enabled", crop.enabled},
              {"min_scale", crop.minScale},
              {"max_scale", crop.maxScale},
              {"min_ratio", crop.minRatio},
              {"max_ratio", crop.maxRatio}}},
            {"flip_probability", flipProbability},
            {"trivial_augment",
             {{"enabled", trivial.enabled},
              {"levels", trivial.levels},
              {"strength", trivial.strength},
              {"operations", namesOf(trivial.uses)}}},
            {"random_erasing",
             {{"enabled", erasing.enabled},
              {"probability", erasing.probability},
              {"min_scale", erasing.minScale},
              {"max_scale", erasing.maxScale},
              {"min_ratio", erasing.minRatio},
              {"max_ratio", erasing.maxRatio},
              {"fill", erasing.fill == RandomErasingParams::Fill::Value ? "value" : "noise"},
              {"value", erasing.value}}}};
}

void from_json(const nlohmann::json& json, AugmentParams& params)
{
    params = {};
    readCrop(partOf(json, "crop"), params.crop);
    readField(json, "flip_probability", params.flipProbability);
    readTrivial(partOf(json, "trivial_augment"), params.trivial);
    readErasing(partOf(json, "random_erasing"), params.erasing);
}

} // namespace nakama
