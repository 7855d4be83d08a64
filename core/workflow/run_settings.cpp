#include "core/workflow/run_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace nakama
{

namespace
{

using Values = std::map<std::string, std::vector<std::string>>;

/** Objects are opened up; arrays are values, since their entries mean little alone. */
void collect(const nlohmann::json& json, const std::string& name, std::size_t run, std::size_t runs,
             Values& values)
{
    if (json.is_object()) {
        for (const auto& [key, value] : json.items())
            collect(value, name.empty() ? key : name + "." + key, run, runs, values);
        return;
    }
    auto& row = values.try_emplace(name, runs, "–").first->second;
    row[run] = json.is_string() ? json.get<std::string>() : json.dump();
}

} // namespace

bool RunSetting::differs() const
{
    return std::ranges::any_of(values, [&](const std::string& value) { return value != values.front(); });
}

std::vector<RunSetting> runSettings(const std::vector<TrainingConfig>& runs)
{
    Values values;
    for (std::size_t run = 0; run < runs.size(); ++run)
        collect(nlohmann::json(runs[run]), {}, run, runs.size(), values);
    std::vector<RunSetting> settings;
    for (auto& [name, row] : values)
        settings.push_back({name, std::move(row)});
    return settings;
}

} // namespace nakama
