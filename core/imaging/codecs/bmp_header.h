#pragma once

#include "core/imaging/codecs/codec.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nakama::codecs
{

/** How a BMP lays out its pixels; all offsets lie within the file. */
struct BmpHeader
{
    enum class Compression { None, Rle8, Rle4 };
    enum class RowOrder { BottomUp, TopDown };
    using Colour = std::array<std::uint8_t, 3>; ///< R, G, B

    int width = 0;
    int height = 0;
    int bits = 0; ///< a pixel: 1, 2, 4, 8, 16, 24 or 32
    Compression compression = Compression::None;
    RowOrder rows = RowOrder::BottomUp;
    std::array<std::uint32_t, 4> masks{}; ///< R, G, B, alpha of 16 and 32 bits; alpha 0 where there is none
    std::vector<Colour> palette;
    std::size_t pixels = 0; ///< offset of the first stored row
};

/** Errors: CorruptData, Unsupported (JPEG or PNG inside a BMP, Huffman). */
Result<BmpHeader> readBmpHeader(Bytes bytes);

} // namespace nakama::codecs
