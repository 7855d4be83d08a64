#pragma once

#include <cstdint>

namespace nakama
{

/** The three counts of a class that F1 is made of. */
struct ClassTally
{
    std::int64_t hits = 0; ///< true and predicted
    std::int64_t support = 0;
    std::int64_t predicted = 0;

    double precision() const { return ratio(hits, predicted); }
    double recall() const { return ratio(hits, support); }
    double f1() const { return ratio(2 * hits, support + predicted); }

private:
    static double ratio(std::int64_t part, std::int64_t whole)
    {
        return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

} // namespace nakama
