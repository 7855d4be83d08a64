#pragma once

#include "core/evaluation/predictions.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace nakama::test
{

/** A case of tests/golden/evaluation/metrics.json: a table, and what the oracles say of it. */
struct GoldenCase
{
    std::string name;
    PredictionTable table;
    nlohmann::json expected;
};

std::vector<GoldenCase> goldenCases();

} // namespace nakama::test
