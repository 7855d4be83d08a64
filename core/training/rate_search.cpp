#include "core/training/rate_search.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nakama
{

namespace
{

constexpr double lowest = 1e-6;
constexpr int decades = 7;
constexpr int ratesPerDecade = 20;

} // namespace

std::vector<double> ratesToTry()
{
    std::vector<double> rates;
    for (int i = 0; i <= decades * ratesPerDecade; ++i)
        rates.push_back(lowest * std::pow(10.0, static_cast<double>(i) / ratesPerDecade));
    return rates;
}

double SmoothedLoss::add(double loss)
{
    constexpr double memory = 0.9;
    m_sum = memory * m_sum + loss;
    m_weights = memory * m_weights + 1;
    return m_sum / m_weights;
}

bool runsAway(std::span<const RateTrial> trials)
{
    if (trials.empty())
        return false;
    const double last = trials.back().loss;
    const auto best = std::ranges::min_element(trials, {}, &RateTrial::loss);
    return !std::isfinite(last) || last > 4 * best->loss;
}

double suggestedRate(std::span<const RateTrial> trials)
{
    // Over a third of a decade, so that the noise of single batches does not decide.
    constexpr std::size_t reach = ratesPerDecade / 6;
    const auto best = std::ranges::min_element(trials, {}, &RateTrial::loss);
    const auto end = static_cast<std::size_t>(best - trials.begin());
    double steepest = 0;
    double suggested = 0;
    for (std::size_t i = reach; i + reach <= end; ++i) {
        const double fall = trials[i - reach].loss - trials[i + reach].loss;
        if (fall > steepest) {
            steepest = fall;
            suggested = trials[i].rate;
        }
    }
    return suggested;
}

} // namespace nakama
