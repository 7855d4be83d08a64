#include "core/models/load_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

std::string cutShort(const std::vector<std::string>& names)
{
    constexpr std::size_t shown = 4;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), shown));
    auto text = fmt::format("{}", fmt::join(names.begin(), end, ", "));
    if (names.size() > shown)
        text += fmt::format(" and {} more", names.size() - shown);
    return text;
}

} // namespace

void to_json(nlohmann::json& json, const LoadReport& report)
{
    json = {{"matched", report.matched},    {"missing", report.missing},
            {"left_over", report.leftOver}, {"shapes_differ", report.shapesDiffer},
            {"notes", report.notes},        {"replaced_head", report.replacedHead}};
}

std::vector<std::string> linesOf(const LoadReport& report)
{
    std::vector<std::string> lines{fmt::format("{} tensors were loaded", report.matched.size())};
    if (!report.replacedHead.empty())
        lines.push_back(fmt::format("the classifier is new: {}", report.replacedHead));
    for (const auto& [what, names] : {std::pair{"missing in the file", &report.missing},
                                      {"left over in the file", &report.leftOver},
                                      {"of another shape", &report.shapesDiffer}})
        if (!names->empty())
            lines.push_back(fmt::format("{}: {}", what, cutShort(*names)));
    lines.insert(lines.end(), report.notes.begin(), report.notes.end());
    return lines;
}

} // namespace nakama
