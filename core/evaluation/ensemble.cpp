#include "core/evaluation/ensemble.h"

#include "core/evaluation/common_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nakama
{

Result<PredictionTable> meanOfProbabilities(const std::vector<PredictionTable>& members)
{
    if (members.empty())
        return fail(ErrorCode::InvalidArgument, "an ensemble has at least one member");
    std::vector<const PredictionTable*> tables;
    for (const auto& member : members) {
        if (member.classes != members.front().classes)
            return fail(ErrorCode::InvalidArgument,
                        "the members were trained on different classes; take runs of the same classes");
        tables.push_back(&member);
    }
    const auto common = commonRows(tables);
    auto ensemble = common.front();
    for (std::size_t i = 0; i < ensemble.rows.size(); ++i) {
        std::vector<double> mean(ensemble.classes.size(), 0);
        for (const auto& table : common) {
            const auto probabilities = table.rows[i].probabilities();
            for (std::size_t k = 0; k < mean.size(); ++k)
                mean[k] += probabilities[k] / static_cast<double>(common.size());
        }
        for (std::size_t k = 0; k < mean.size(); ++k)
            ensemble.rows[i].logits[k] =
                static_cast<float>(std::log(std::max(mean[k], std::numeric_limits<double>::min())));
    }
    return ensemble;
}

} // namespace nakama
