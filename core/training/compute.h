#pragma once

#include <nlohmann/json_fwd.hpp>

namespace nakama
{

/**
 * In which numbers a step is computed; weights, gradients' sums and the optimiser stay in float32. Auto: BF16
 * where that is faster and usual, see computeOn(), else Fp32. Fp16 scales the loss, since its small gradients
 * would become 0.
 */
enum class Precision { Auto, Fp32, Bf16, Fp16 };

/** How pictures and maps lie in memory. Auto: channels-last where that is faster, see docs/gpu.md. */
enum class MemoryLayout { Auto, Planes, ChannelsLast };

/** How a device computes what is learnt: this changes time and memory, and results by rounding only. */
struct ComputeParams
{
    Precision precision = Precision::Auto;
    MemoryLayout layout = MemoryLayout::Auto;

    bool operator==(const ComputeParams&) const = default;
};

void to_json(nlohmann::json& json, const ComputeParams& params);
/** Missing fields keep their defaults. */
void from_json(const nlohmann::json& json, ComputeParams& params);

} // namespace nakama
