#include "core/evaluation/difference.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

Interval intervalOfDifference(double a, const Interval& ofA, double b, const Interval& ofB)
{
    const double difference = a - b;
    return {std::max(-1.0, difference - std::hypot(a - ofA.low, ofB.high - b)),
            std::min(1.0, difference + std::hypot(ofA.high - a, b - ofB.low))};
}

} // namespace nakama
