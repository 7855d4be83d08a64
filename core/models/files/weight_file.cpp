#include "core/models/files/weight_file.h"

#include <algorithm>

namespace nakama
{

std::vector<TensorInfo> listTensors(const WeightFile& file)
{
    std::vector<TensorInfo> list;
    for (const auto& tensor : file.tensors)
        list.push_back({tensor.name, std::string(dtypeName(tensor.dtype)), tensor.shape});
    return list;
}

std::vector<std::int64_t> denseStrides(const std::vector<std::int64_t>& shape)
{
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t stride = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        strides[i] = stride;
        stride *= std::max<std::int64_t>(shape[i], 1);
    }
    return strides;
}

std::optional<std::int64_t> elementCount(const std::vector<std::int64_t>& shape)
{
    // The bound holds for the product without zeros as well, so that strides cannot overflow either.
    std::int64_t count = 1;
    bool empty = false;
    for (const auto side : shape) {
        if (side < 0)
            return std::nullopt;
        empty |= side == 0;
        if (__builtin_mul_overflow(count, std::max<std::int64_t>(side, 1), &count) || count >= std::int64_t{1}
                                                                                                   << 62)
            return std::nullopt;
    }
    return empty ? 0 : count;
}

} // namespace nakama
