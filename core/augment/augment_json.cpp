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

/** The operations in use, by name, with their strengths. */
nlohmann::json operationsOf(const TrivialAugmentParams& trivial)
{
    auto operations = nlohmann::json::object();
    for (std::size_t i = 0; i < operationCount; ++i)
        if (trivial.uses[i])
            operations[std::string(operationName(static_cast<Operation>(i)))] = trivial.strengths[i];
    return operations;
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
    if (json.contains("operations"))
        trivial.uses.fill(false);
    const auto operations = partOf(json, "operations");
    for (const auto& [name, strength] : operations.items())
        if (const auto operation = operationFromName(name)) {
            trivial.uses[static_cast<std::size_t>(*operation)] = true;
            strength.get_to(trivial.strengths[static_cast<std::size_t>(*operation)]);
        }
}

void readRotation(const nlohmann::json& json, RotationParams& rotation)
{
    readField(json, "enabled", rotation.enabled);
    readField(json, "degrees", rotation.degrees);
}

void readJitter(const nlohmann::json& json, ColorJitterParams& jitter)
{
    readField(json, "enabled", jitter.enabled);
    readField(json, "brightness", jitter.brightness);
    readField(json, "contrast", jitter.contrast);
    readField(json, "saturation", jitter.saturation);
    readField(json, "hue", jitter.hue);
}

void readBlur(const nlohmann::json& json, BlurParams& blur)
{
    readField(json, "enabled", blur.enabled);
    readField(json, "probability", blur.probability);
    readField(json, "min_sigma", blur.minSigma);
    readField(json, "max_sigma", blur.maxSigma);
}

void readMixing(const nlohmann::json& json, MixingParams& mixing)
{
    readField(json, "mix_up", mixing.mixUp);
    readField(json, "mix_up_alpha", mixing.mixUpAlpha);
    readField(json, "cut_mix", mixing.cutMix);
    readField(json, "cut_mix_alpha", mixing.cutMixAlpha);
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

void to_json(nlohmann::json& json, const TileDescription& drawn)
{
    json = {{"operation", std::string(operationName(drawn.operation))},
            {"magnitude", drawn.magnitude},
            {"flipped", drawn.flipped}};
    const auto put = [&](const char* name, const cv::Rect& area) {
        json[name] = {area.x, area.y, area.width, area.height};
    };
    if (!drawn.crop.empty())
        put("crop", drawn.crop);
    if (drawn.rotation != 0)
        json["rotation"] = drawn.rotation;
    if (drawn.jitter)
        json["jitter"] = {{"brightness", drawn.jitter->brightness},
                          {"contrast", drawn.jitter->contrast},
                          {"saturation", drawn.jitter->saturation},
                          {"hue", drawn.jitter->hue}};
    if (drawn.blur != 0)
        json["blur"] = drawn.blur;
    if (drawn.erased)
        put("erased", *drawn.erased);
}

void to_json(nlohmann::json& json, const AugmentParams& params)
{
    const auto& [crop, letterbox, flipProbability, rotation, jitter, trivial, blur, erasing, mixing] = params;
    json = {
        {"crop",
         {{"enabled", crop.enabled},
          {"min_scale", crop.minScale},
          {"max_scale", crop.maxScale},
          {"min_ratio", crop.minRatio},
          {"max_ratio", crop.maxRatio}}},
        {"letterbox", letterbox},
        {"flip_probability", flipProbability},
        {"random_rotation", {{"enabled", rotation.enabled}, {"degrees", rotation.degrees}}},
        {"color_jitter",
         {{"enabled", jitter.enabled},
          {"brightness", jitter.brightness},
          {"contrast", jitter.contrast},
          {"saturation", jitter.saturation},
          {"hue", jitter.hue}}},
        {"trivial_augment",
         {{"enabled", trivial.enabled}, {"levels", trivial.levels}, {"operations", operationsOf(trivial)}}},
        {"gaussian_blur",
         {{"enabled", blur.enabled},
          {"probability", blur.probability},
          {"min_sigma", blur.minSigma},
          {"max_sigma", blur.maxSigma}}},
        {"random_erasing",
         {{"enabled", erasing.enabled},
          {"probability", erasing.probability},
          {"min_scale", erasing.minScale},
          {"max_scale", erasing.maxScale},
          {"min_ratio", erasing.minRatio},
          {"max_ratio", erasing.maxRatio},
          {"fill", erasing.fill == RandomErasingParams::Fill::Value ? "value" : "noise"},
          {"value", erasing.value}}},
        {"mixing",
         {{"mix_up", mixing.mixUp},
          {"mix_up_alpha", mixing.mixUpAlpha},
          {"cut_mix", mixing.cutMix},
          {"cut_mix_alpha", mixing.cutMixAlpha}}}};
}

void from_json(const nlohmann::json& json, AugmentParams& params)
{
    params = {};
    readCrop(partOf(json, "crop"), params.crop);
    readField(json, "letterbox", params.letterbox);
    readField(json, "flip_probability", params.flipProbability);
    readRotation(partOf(json, "random_rotation"), params.rotation);
    readJitter(partOf(json, "color_jitter"), params.jitter);
    readTrivial(partOf(json, "trivial_augment"), params.trivial);
    readBlur(partOf(json, "gaussian_blur"), params.blur);
    readErasing(partOf(json, "random_erasing"), params.erasing);
    readMixing(partOf(json, "mixing"), params.mixing);
}

} // namespace nakama
