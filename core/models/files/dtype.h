#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace nakama
{

/** Element types that weight files hold. */
enum class DType { Bool, U8, I8, U16, I16, U32, I32, U64, I64, F8E4M3, F8E5M2, F16, BF16, F32, F64 };

/** The name in a safetensors header and in listings: "F32". */
std::string_view dtypeName(DType dtype);
std::optional<DType> dtypeFromName(std::string_view name);
/** Bytes of one element. */
std::size_t dtypeSize(DType dtype);

} // namespace nakama
