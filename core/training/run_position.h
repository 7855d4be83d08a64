#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>

namespace nakama
{

/** A mean in the making: each loss counts by its weight. */
struct LossSum
{
    double weighted = 0; ///< Σ w·l
    double weights = 0;

    double mean() const { return weights > 0 ? weighted / weights : 0; }
};

/** Where a run goes on: with a batch of an epoch, and what that epoch's batches gave before it. */
struct RunPosition
{
    int epoch = 1;
    int batch = 0; ///< from 0; as many as the epoch has: all are made, and it is to be validated
    LossSum loss;
    std::int64_t pictures = 0;
    double seconds = 0;
    double waitedSeconds = 0; ///< of them, for pictures

    bool isStart() const { return epoch == 1 && batch == 0; }
};

void to_json(nlohmann::json& json, const RunPosition& position);
void from_json(const nlohmann::json& json, RunPosition& position);

} // namespace nakama
