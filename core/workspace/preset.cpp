#include "core/workspace/preset.h"

#include "core/workspace/class_names.h"
#include "core/workspace/detail/preset_texts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

Preset presetFromJson(const nlohmann::json& json)
{
    Preset preset;
    json.at("id").get_to(preset.id);
    json.at("title").get_to(preset.title);
    for (const auto& one : json.at("classes")) {
        ClassInfo info;
        one.at("name").get_to(info.name);
        one.at("displayName").get_to(info.displayName);
        one.at("aliases").get_to(info.aliases);
        one.at("danbooruTag").get_to(info.danbooruTag);
        preset.classes.push_back(std::move(info));
    }
    return preset;
}

bool isNamed(const ClassInfo& info, const std::string& normalised)
{
    const auto means = [&](const std::string& name) { return normalisedClassName(name) == normalised; };
    return means(info.displayName) || means(info.danbooruTag) ||
           std::any_of(info.aliases.begin(), info.aliases.end(), means);
}

} // namespace

std::vector<Preset> builtInPresets()
{
    std::vector<Preset> presets;
    for (const auto text : presetTexts())
        presets.push_back(presetFromJson(nlohmann::json::parse(text)));
    return presets;
}

Result<Preset> findPreset(std::string_view id)
{
    std::string known;
    for (auto& preset : builtInPresets()) {
        if (preset.id == id)
            return std::move(preset);
        known += (known.empty() ? "" : ", ") + preset.id;
    }
    return fail(ErrorCode::NotFound, fmt::format("there is no preset '{}'; there is: {}", id, known),
                "preset");
}

int matchClass(const std::vector<ClassInfo>& classes, std::string_view name)
{
    const auto normalised = normalisedClassName(name);
    if (normalised.empty())
        return -1;
    const auto indexOf = [&](const auto& matches) {
        const auto found = std::find_if(classes.begin(), classes.end(), matches);
        return found == classes.end() ? -1 : static_cast<int>(found - classes.begin());
    };
    // A class's own name comes before another class's alias.
    const int byName =
        indexOf([&](const ClassInfo& info) { return normalisedClassName(info.name) == normalised; });
    return byName >= 0 ? byName : indexOf([&](const ClassInfo& info) { return isNamed(info, normalised); });
}

} // namespace nakama
