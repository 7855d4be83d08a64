#include "core/evaluation/share.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nakama
{

Interval Share::interval() const
{
    if (n == 0)
        return {0, 1};
    constexpr double z = 1.959963984540054; // 97.5 % of the normal distribution
    const auto pictures = static_cast<double>(n);
    const double middle = value() + z * z / (2 * pictures);
    const double half = z * std::sqrt(value() * (1 - value()) / pictures + z * z / (4 * pictures * pictures));
    const double whole = 1 + z * z / pictures;
    return {std::max(0.0, (middle - half) / whole), std::min(1.0, (middle + half) / whole)};
}

void to_json(nlohmann::json& json, const Share& share)
{
    json = {
        {"count", share.count}, {"n", share.n}, {"interval", {share.interval().low, share.interval().high}}};
}

void from_json(const nlohmann::json& json, Share& share)
{
    json.at("count").get_to(share.count);
    json.at("n").get_to(share.n);
}

} // namespace nakama
