#include "core/training/detail/compute_on.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

/** Convolutions on a processor are no faster in BF16, and a body that learns there is not worth the rounding.
 */
bool isFasterInBf16(const TrainingConfig& config, const ModelSpec& spec, const ChosenDevice& device)
{
    const bool onlyMultiplies = spec.isTransformer && config.freeze == FreezeMode::Body;
    return device.multipliesFastInBf16 && (device.device.is_cuda() || onlyMultiplies);
}

} // namespace

Result<ComputeParams> computeOn(const TrainingConfig& config, const ModelSpec& spec,
                                const ChosenDevice& device)
{
    auto resolved = config.compute;
    const bool gpu = device.device.is_cuda();
    if (resolved.precision == Precision::Auto)
        resolved.precision = isFasterInBf16(config, spec, device) ? Precision::Bf16 : Precision::Fp32;
    if (resolved.layout == MemoryLayout::Auto)
        resolved.layout = gpu ? MemoryLayout::ChannelsLast : MemoryLayout::Planes;
    if (resolved.precision == Precision::Fp16 && !gpu)
        return fail(ErrorCode::InvalidArgument,
                    "the processor does not compute in fp16; choose bf16, or fp32, which is faster here");
    if (resolved.precision == Precision::Bf16 && gpu && !device.computesBf16)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} does not compute in bf16; choose fp16 or fp32", device.title));
    return resolved;
}

torch::ScalarType scalarTypeOf(Precision precision)
{
    return precision == Precision::Bf16   ? torch::kBFloat16
           : precision == Precision::Fp16 ? torch::kHalf
                                          : torch::kFloat;
}

} // namespace nakama
