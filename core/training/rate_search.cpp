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
    // The mean of the first few losses is still that of single batches, whatever the rate.
    constexpr std::size_t settled = ratesPerDecade;
    // A line through a decade of rates, so that the noise of single batches does not decide.
    constexpr std::size_t reach = ratesPerDecade / 2;
    if (trials.size() <= settled)
        return 0;
    const auto best = std::ranges::min_element(trials.subspan(settled), {}, &RateTrial::loss);
    const auto end = settled + static_cast<std::size_t>(best - trials.subspan(settled).begin());
    double steepest = 0;
    double suggested = 0;
    for (std::size_t i = settled + reach; i + reach <= end; ++i) {
        double slope = 0; // of a least-squares line, but for a factor that all have
        for (std::size_t k = 1; k <= reach; ++k)
            slope += static_cast<double>(k) * (trials[i + k].loss - trials[i - k].loss);
        if (slope < steepest) {
            steepest = slope;
            suggested = trials[i].rate;
        }
    }
    return suggested;
}

} // namespace nakama
