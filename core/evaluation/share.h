#pragma once

#include "core/evaluation/metrics.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>

namespace nakama
{

/** So many of n. */
struct Share
{
    std::int64_t count = 0;
    std::int64_t n = 0;

    double value() const { return n > 0 ? static_cast<double>(count) / static_cast<double>(n) : 0; }
    /** 95 %, Wilson 1927; 0 to 1 where n is 0. */
    Interval interval() const;
};

/** With the interval, for people who read the file; from_json() takes count and n. */
void to_json(nlohmann::json& json, const Share& share);
void from_json(const nlohmann::json& json, Share& share);

} // namespace nakama
