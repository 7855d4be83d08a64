#include "core/evaluation/ensemble.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace nakama
{

Result<PredictionTable> meanOfProbabilities(const std::vector<PredictionTable>& members)
{
    if (members.empty())
        return fail(ErrorCode::InvalidArgument, "an ensemble has at least one member");
    std::vector<std::unordered_map<std::string_view, const Prediction*>> rows;
    for (const auto& member : members) {
        if (member.classes != members.front().classes)
            return fail(ErrorCode::InvalidArgument,
                        "the members were trained on different classes; take runs of the same classes");
        auto& known = rows.emplace_back();
        for (const auto& row : member.rows)
            known.emplace(row.id, &row);
    }
    PredictionTable ensemble{members.front().classes, {}};
    for (const auto& first : members.front().rows) {
        const bool everywhere = std::all_of(rows.begin(), rows.end(),
                                            [&](const auto& known) { return known.contains(first.id); });
        if (!everywhere)
            continue;
        std::vector<double> mean(ensemble.classes.size(), 0);
        for (const auto& known : rows) {
            const auto probabilities = known.at(first.id)->probabilities();
            for (std::size_t k = 0; k < mean.size(); ++k)
                mean[k] += probabilities[k] / static_cast<double>(rows.size());
        }
        auto row = first;
        for (std::size_t k = 0; k < mean.size(); ++k)
            row.logits[k] =
                static_cast<float>(std::log(std::max(mean[k], std::numeric_limits<double>::min())));
        ensemble.rows.push_back(std::move(row));
    }
    return ensemble;
}

} // namespace nakama
