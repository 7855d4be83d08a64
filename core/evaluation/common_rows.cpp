#include "core/evaluation/common_rows.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace nakama
{

std::vector<PredictionTable> commonRows(const std::vector<const PredictionTable*>& tables)
{
    std::vector<std::unordered_map<std::string_view, const Prediction*>> rows;
    std::vector<PredictionTable> common;
    for (const auto* table : tables) {
        auto& known = rows.emplace_back();
        for (const auto& row : table->rows)
            known.emplace(row.id, &row);
        common.push_back({table->classes, {}});
    }
    if (tables.empty())
        return common;
    for (const auto& first : tables.front()->rows) {
        const bool everywhere = std::all_of(rows.begin(), rows.end(),
                                            [&](const auto& known) { return known.contains(first.id); });
        if (!everywhere)
            continue;
        for (std::size_t t = 0; t < tables.size(); ++t) {
            common[t].rows.push_back(*rows[t].at(first.id));
            common[t].rows.back().label = first.label;
        }
    }
    return common;
}

} // namespace nakama
