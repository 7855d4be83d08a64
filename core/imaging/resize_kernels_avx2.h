#pragma once

#include "core/imaging/resize_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define NAKAMA_AVX2_KERNELS

namespace nakama::resize
{

/** Only on a processor with AVX2; reads up to overreadBytes behind the row. */
void horizontalAvx2(const std::uint8_t* source, std::uint8_t* target, const RowTable& table);
void verticalAvx2(const std::uint8_t* source, std::size_t step, std::uint8_t* target, std::size_t bytes,
                  const FilterTable& table, int output);

} // namespace nakama::resize

#endif
