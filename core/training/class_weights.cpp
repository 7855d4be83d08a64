#include "core/training/training.h"

namespace nakama
{

std::vector<std::int64_t> picturesPerClass(const std::vector<LabelledPicture>& pictures, std::size_t classes)
{
    std::vector<std::int64_t> counts(classes, 0);
    for (const auto& picture : pictures)
        ++counts[static_cast<std::size_t>(picture.label)];
    return counts;
}

std::vector<double> classWeights(const std::vector<std::int64_t>& counts)
{
    double inverseSum = 0;
    for (const auto count : counts)
        if (count > 0)
            inverseSum += 1.0 / static_cast<double>(count);

    std::vector<double> weights;
    weights.reserve(counts.size());
    const auto classes = static_cast<double>(counts.size());
    for (const auto count : counts)
        weights.push_back(count > 0 ? 1.0 / static_cast<double>(count) / inverseSum * classes : 0.0);
    return weights;
}

} // namespace nakama
