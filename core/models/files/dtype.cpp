#include "core/models/files/dtype.h"

#include <algorithm>
#include <array>

namespace nakama
{

namespace
{

struct Row
{
    DType dtype;
    std::string_view name;
    std::size_t size;
};

constexpr std::array rows{
    Row{DType::Bool, "BOOL", 1},      Row{DType::U8, "U8", 1},          Row{DType::I8, "I8", 1},
    Row{DType::U16, "U16", 2},        Row{DType::I16, "I16", 2},        Row{DType::U32, "U32", 4},
    Row{DType::I32, "I32", 4},        Row{DType::U64, "U64", 8},        Row{DType::I64, "I64", 8},
    Row{DType::F8E4M3, "F8_E4M3", 1}, Row{DType::F8E5M2, "F8_E5M2", 1}, Row{DType::F16, "F16", 2},
    Row{DType::BF16, "BF16", 2},      Row{DType::F32, "F32", 4},        Row{DType::F64, "F64", 8},
};

const Row& rowOf(DType dtype)
{
    return *std::ranges::find(rows, dtype, &Row::dtype);
}

} // namespace

std::string_view dtypeName(DType dtype)
{
    return rowOf(dtype).name;
}

std::optional<DType> dtypeFromName(std::string_view name)
{
    const auto* row = std::ranges::find(rows, name, &Row::name);
    return row == rows.end() ? std::nullopt : std::optional(row->dtype);
}

std::size_t dtypeSize(DType dtype)
{
    return rowOf(dtype).size;
}

} // namespace nakama
