#include "core/imaging/codecs/bmp_header.h"

#include "core/imaging/codecs/little_endian.h"

#include <algorithm>
#include <limits>

namespace nakama::codecs
{

namespace
{

constexpr std::size_t fileHeaderSize = 14;
constexpr std::size_t coreHeaderSize = 12; ///< OS/2: 16-bit sides, three bytes a colour
constexpr std::size_t infoHeaderSize = 40;
constexpr std::size_t os2HeaderSize = 64;

enum StoredCompression : std::uint32_t { Rgb = 0, Rle8 = 1, Rle4 = 2, BitFields = 3, AlphaBitFields = 6 };

/** Fields of the file, whose end is checked. */
class Fields
{
public:
    Fields(Bytes bytes, std::size_t headerSize) : m_bytes(bytes), m_headerSize(headerSize) {}

    bool has(std::size_t end) const { return m_bytes.size() >= end; }
    std::uint32_t u16(std::size_t at) const { return littleEndian16(m_bytes, at); }
    std::uint32_t u32(std::size_t at) const { return littleEndian32(m_bytes, at); }
    Bytes bytes() const { return m_bytes; }
    std::size_t headerSize() const { return m_headerSize; }
    bool isCore() const { return m_headerSize == coreHeaderSize; }

private:
    Bytes m_bytes;
    std::size_t m_headerSize;
};

Result<void> readSides(const Fields& fields, BmpHeader& header)
{
    const auto width = fields.isCore() ? std::int64_t{fields.u16(18)}
                                       : std::int64_t{static_cast<std::int32_t>(fields.u32(18))};
    const auto height = fields.isCore() ? std::int64_t{fields.u16(20)}
                                        : std::int64_t{static_cast<std::int32_t>(fields.u32(22))};
    if (width <= 0 || height == 0 || height == std::numeric_limits<std::int32_t>::min())
        return damaged(ImageFormat::Bmp, "its sides make no sense");
    header.width = static_cast<int>(width);
    header.height = static_cast<int>(height < 0 ? -height : height);
    header.rows = height < 0 ? BmpHeader::RowOrder::TopDown : BmpHeader::RowOrder::BottomUp;
    header.bits = static_cast<int>(fields.u16(fields.isCore() ? 24 : 28));
    constexpr std::array known{1, 2, 4, 8, 16, 24, 32};
    if (std::ranges::find(known, header.bits) == known.end())
        return damaged(ImageFormat::Bmp, "its number of bits a pixel makes no sense");
    return {};
}

/** Sets the compression and the masks; returns how many bytes of masks follow the header. */
Result<std::size_t> readCompression(const Fields& fields, BmpHeader& header)
{
    if (header.bits == 16)
        header.masks = {0x7C00, 0x03E0, 0x001F, 0};
    if (header.bits == 32)
        header.masks = {0xFF0000, 0x00FF00, 0x0000FF, 0};
    const std::uint32_t compression = fields.isCore() ? Rgb : fields.u32(30);
    const bool masked = compression == BitFields || compression == AlphaBitFields;
    if (compression == Rgb)
        return std::size_t{0};
    if (compression == Rle8 && header.bits == 8)
        header.compression = BmpHeader::Compression::Rle8;
    else if (compression == Rle4 && header.bits == 4)
        header.compression = BmpHeader::Compression::Rle4;
    else if (!masked || (header.bits != 16 && header.bits != 32) || fields.headerSize() == os2HeaderSize)
        return variantNotRead(ImageFormat::Bmp, "its compression");
    if (!masked)
        return std::size_t{0};

    const bool inHeader = fields.headerSize() > infoHeaderSize;
    const std::size_t count = compression == AlphaBitFields || fields.headerSize() >= 56 ? 4 : 3;
    const std::size_t start = fileHeaderSize + infoHeaderSize;
    if (!fields.has(start + 4 * count))
        return endsEarly(ImageFormat::Bmp);
    for (std::size_t i = 0; i < count; ++i)
        header.masks[i] = fields.u32(start + 4 * i);
    return inHeader ? std::size_t{0} : 4 * count;
}

/** Reads the palette at start; returns where it ends. */
Result<std::size_t> readPalette(const Fields& fields, std::size_t start, BmpHeader& header)
{
    const std::size_t entry = fields.isCore() ? 3 : 4;
    const std::size_t most = std::size_t{1} << header.bits;
    const std::size_t stated = fields.isCore() ? 0 : fields.u32(46);
    const std::size_t count = stated == 0 ? most : std::min(stated, most);
    if (!fields.has(start + count * entry))
        return endsEarly(ImageFormat::Bmp);
    for (std::size_t i = 0; i < count; ++i) {
        const auto* colour = reinterpret_cast<const std::uint8_t*>(fields.bytes().data()) + start + i * entry;
        header.palette.push_back({colour[2], colour[1], colour[0]});
    }
    // Wrong pixels must not need a check a pixel: what the palette lacks is black.
    header.palette.resize(most);
    return start + count * entry;
}

} // namespace

Result<BmpHeader> readBmpHeader(Bytes bytes)
{
    if (bytes.size() < fileHeaderSize + coreHeaderSize)
        return endsEarly(ImageFormat::Bmp);
    const Fields fields(bytes, littleEndian32(bytes, fileHeaderSize));
    if (!fields.has(fileHeaderSize + fields.headerSize()))
        return endsEarly(ImageFormat::Bmp);
    BmpHeader header;
    NAKAMA_CHECK(readSides(fields, header));
    NAKAMA_TRY(const std::size_t maskBytes, readCompression(fields, header));
    std::size_t end = fileHeaderSize + fields.headerSize() + maskBytes;
    if (header.bits <= 8) {
        NAKAMA_TRY(end, readPalette(fields, end, header));
    }
    // Some writers state an offset within the header or the palette.
    header.pixels = std::max<std::size_t>(fields.u32(10), end);
    if (!fields.has(header.pixels))
        return endsEarly(ImageFormat::Bmp);
    return header;
}

} // namespace nakama::codecs
