#pragma once

#include <span>
#include <vector>

namespace nakama
{

/** A learning rate that was tried for one step, and the smoothed loss after it. */
struct RateTrial
{
    double rate = 0;
    double loss = 0;
};

/** What a search for a learning rate gave. */
struct RateSearch
{
    std::vector<RateTrial> trials; ///< rising rates; ends where the loss runs away
    double suggested = 0;          ///< 0: the loss fell nowhere
};

/**
 * The rates that a search tries, a step each: 1e-6 to 10, twenty a decade (Smith, "Cyclical learning rates",
 * 2017).
 */
std::vector<double> ratesToTry();

/** The losses so far as a mean in which each step counts 0.9 of the one after it. */
class SmoothedLoss
{
public:
    /** The mean with this loss in it. */
    double add(double loss);

private:
    double m_sum = 0;
    double m_weights = 0;
};

/** Whether the last loss is so far above the best one that larger rates need no trial. */
bool runsAway(std::span<const RateTrial> trials);

/**
 * The rate around which the loss falls fastest, as a line over a decade of rates, before its lowest point:
 * where learning is quick and still far from running away. The first decade is left out, since the smoothed
 * loss settles there. 0 where it falls nowhere.
 */
double suggestedRate(std::span<const RateTrial> trials);

} // namespace nakama
