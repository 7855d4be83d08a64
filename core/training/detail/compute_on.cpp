#include "core/training/detail/compute_on.h"

#include <fmt/format.h>

namespace nakama
{

Result<ComputeParams> computeOn(const ComputeParams& params, const ChosenDevice& device)
{
    auto resolved = params;
    const bool gpu = device.device.is_cuda();
    if (resolved.precision == Precision::Auto)
        resolved.precision = gpu && device.computesBf16 ? Precision::Bf16 : Precision::Fp32;
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
