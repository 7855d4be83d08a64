#include "core/training/compute.h"

#include <nlohmann/json.hpp>

namespace nakama
{

NLOHMANN_JSON_SERIALIZE_ENUM(Precision, {{Precision::Auto, "auto"},
                                         {Precision::Fp32, "fp32"},
                                         {Precision::Bf16, "bf16"},
                                         {Precision::Fp16, "fp16"}})
NLOHMANN_JSON_SERIALIZE_ENUM(MemoryLayout, {{MemoryLayout::Auto, "auto"},
                                            {MemoryLayout::Planes, "planes"},
                                            {MemoryLayout::ChannelsLast, "channels-last"}})

void to_json(nlohmann::json& json, const ComputeParams& params)
{
    json = {{"precision", params.precision}, {"layout", params.layout}};
}

void from_json(const nlohmann::json& json, ComputeParams& params)
{
    params.precision = json.value("precision", params.precision);
    params.layout = json.value("layout", params.layout);
}

} // namespace nakama
