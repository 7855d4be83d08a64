#include "core/models/published_preprocessing.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

constexpr int largestSide = 4096;
constexpr auto configName = "preprocessor_config.json";
constexpr std::uintmax_t mostConfigBytes = 1 << 20;

/** A side, from 224 or {"height": 224, "width": 224} or {"shortest_edge": 224}. */
Result<ResizeRule> readSize(const nlohmann::json& json)
{
    ResizeRule rule{.kind = ResizeRule::Kind::Square, .size = 0};
    if (json.is_number_integer()) {
        rule.size = json.get<int>();
    } else if (json.contains("shortest_edge")) {
        rule = {.kind = ResizeRule::Kind::ShorterSide, .size = json.at("shortest_edge").get<int>()};
    } else {
        rule.size = json.at("height").get<int>();
        if (json.at("width").get<int>() != rule.size)
            return fail(ErrorCode::Unsupported,
                        "the model wants oblong pictures, which Nakama does not make");
    }
    if (rule.size < 1 || rule.size > largestSide)
        return fail(ErrorCode::CorruptData, "the picture size is out of range");
    return rule;
}

Result<Preprocessing> readConfig(const nlohmann::json& json, Preprocessing result)
{
    if (json.value("do_resize", true) && json.contains("size")) {
        NAKAMA_TRY(result.resize, readSize(json["size"]));
        result.crop = result.resize.size;
    }
    if (json.value("do_center_crop", false) && json.contains("crop_size")) {
        NAKAMA_TRY(const auto crop, readSize(json["crop_size"]));
        result.crop = crop.size;
    }
    if (json.value("do_normalize", true)) {
        result.mean = json.value("image_mean", result.mean);
        result.std = json.value("image_std", result.std);
    } else {
        result.mean = {0, 0, 0};
        result.std = {1, 1, 1};
    }
    for (const float deviation : result.std)
        if (!(deviation > 0))
            return fail(ErrorCode::CorruptData, "image_std is not above 0");
    return result;
}

} // namespace

Result<Preprocessing> preprocessingFromHuggingFace(const std::string& json, const Preprocessing& fallback)
{
    try {
        auto result = readConfig(nlohmann::json::parse(json), fallback);
        if (!result)
            return fail(result.error().code, result.error().message, configName);
        return result;
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    std::string("this is not the file it should be: ") + exception.what(), configName);
    }
}

Result<Preprocessing> preprocessingOf(const ModelSpec& spec, const std::filesystem::path& weights)
{
    std::error_code error;
    const auto path = weights / configName;
    if (!std::filesystem::is_directory(weights, error) || !std::filesystem::is_regular_file(path, error))
        return spec.preprocessing;
    NAKAMA_TRY(const auto json, readTextFile(path, mostConfigBytes));
    auto result = preprocessingFromHuggingFace(json, spec.preprocessing);
    if (!result)
        return fail(result.error().code, result.error().message, path.string());
    return result;
}

} // namespace nakama
