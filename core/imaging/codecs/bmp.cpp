#include "core/imaging/codecs/bmp_header.h"
#include "core/imaging/codecs/codec.h"
#include "core/imaging/codecs/little_endian.h"
#include "core/imaging/codecs/on_white.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace nakama::codecs
{

namespace
{

int targetRow(const BmpHeader& header, int storedRow)
{
    return header.rows == BmpHeader::RowOrder::TopDown ? storedRow : header.height - 1 - storedRow;
}

void setColour(std::uint8_t* rgb, const BmpHeader::Colour& colour)
{
    std::ranges::copy(colour, rgb);
}

void readIndexedRow(const BmpHeader& header, const std::uint8_t* row, std::uint8_t* rgb)
{
    const int perByte = 8 / header.bits;
    const unsigned mask = (1u << header.bits) - 1;
    for (int x = 0; x < header.width; ++x, rgb += 3) {
        const int shift = 8 - header.bits * (x % perByte + 1);
        setColour(rgb, header.palette[row[x / perByte] >> shift & mask]);
    }
}

/** The bits under a mask, stretched to 0…255. */
std::uint8_t underMask(std::uint32_t pixel, std::uint32_t mask)
{
    if (mask == 0)
        return 0;
    const std::uint64_t most = mask >> std::countr_zero(mask);
    const std::uint64_t value = (pixel & mask) >> std::countr_zero(mask);
    return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
}

void readMaskedRow(const BmpHeader& header, Bytes row, bool alpha, std::uint8_t* rgb)
{
    for (int x = 0; x < header.width; ++x, rgb += 3) {
        const auto at = static_cast<std::size_t>(x);
        const std::uint32_t pixel =
            header.bits == 16 ? littleEndian16(row, 2 * at) : littleEndian32(row, 4 * at);
        const std::uint8_t rgba[4]{underMask(pixel, header.masks[0]), underMask(pixel, header.masks[1]),
                                   underMask(pixel, header.masks[2]),
                                   alpha ? underMask(pixel, header.masks[3]) : std::uint8_t{255}};
        blendRowOnWhite(rgba, rgb, 1);
    }
}

/** Many programs write an alpha channel of zeros and mean an opaque picture. */
bool hasUsedAlpha(const BmpHeader& header, Bytes pixels, std::size_t stride)
{
    if (header.masks[3] == 0)
        return false;
    for (int y = 0; y < header.height; ++y)
        for (int x = 0; x < header.width; ++x) {
            const std::size_t at = stride * static_cast<std::size_t>(y) +
                                   static_cast<std::size_t>(x) * static_cast<std::size_t>(header.bits / 8);
            const auto pixel = header.bits == 16 ? littleEndian16(pixels, at) : littleEndian32(pixels, at);
            if (pixel & header.masks[3])
                return true;
        }
    return false;
}

Result<cv::Mat> readPlain(const BmpHeader& header, Bytes pixels)
{
    const std::size_t rowBits =
        static_cast<std::size_t>(header.width) * static_cast<std::size_t>(header.bits);
    const std::size_t stride = (rowBits + 31) / 32 * 4;
    // The padding of the last row may be missing.
    if (pixels.size() < stride * static_cast<std::size_t>(header.height - 1) + (rowBits + 7) / 8)
        return endsEarly(ImageFormat::Bmp);
    const bool alpha = hasUsedAlpha(header, pixels, stride);
    cv::Mat rgb(header.height, header.width, CV_8UC3);
    for (int y = 0; y < header.height; ++y) {
        const Bytes row = pixels.subspan(stride * static_cast<std::size_t>(y));
        const auto* raw = reinterpret_cast<const std::uint8_t*>(row.data());
        std::uint8_t* target = rgb.ptr(targetRow(header, y));
        if (header.bits <= 8)
            readIndexedRow(header, raw, target);
        else if (header.bits != 24)
            readMaskedRow(header, row, alpha, target);
        else
            for (int x = 0; x < header.width; ++x, raw += 3, target += 3)
                setColour(target, {raw[2], raw[1], raw[0]});
    }
    return rgb;
}

/** Run-length decoding; pixels that no run names keep the palette's first colour. */
class RunLengthDecoder
{
public:
    RunLengthDecoder(const BmpHeader& header, Bytes pixels)
        : m_header(header), m_rest(pixels), m_rgb(header.height, header.width, CV_8UC3)
    {
        const auto& first = header.palette[0];
        m_rgb.setTo(cv::Scalar(first[0], first[1], first[2]));
    }

    Result<cv::Mat> run()
    {
        enum Escape : unsigned { EndOfLine, EndOfPicture, Delta };
        while (m_y < m_header.height) {
            if (m_rest.size() < 2)
                return endsEarly(ImageFormat::Bmp);
            const unsigned count = take();
            const unsigned value = take();
            if (count > 0)
                paintRun(count, value);
            else if (value == EndOfLine)
                startLine(m_y + 1);
            else if (value == EndOfPicture)
                return m_rgb;
            else if (value != Delta)
                NAKAMA_CHECK(paintLiterals(value));
            else if (m_rest.size() < 2)
                return endsEarly(ImageFormat::Bmp);
            else {
                m_x += static_cast<int>(take());
                m_y += static_cast<int>(take());
            }
        }
        return m_rgb;
    }

private:
    bool isFourBit() const { return m_header.bits == 4; }

    unsigned take()
    {
        const auto value = std::to_integer<unsigned>(m_rest[0]);
        m_rest = m_rest.subspan(1);
        return value;
    }

    void startLine(int y)
    {
        m_x = 0;
        m_y = y;
    }

    void paint(unsigned index)
    {
        if (m_x < m_header.width && m_y < m_header.height)
            setColour(m_rgb.ptr(targetRow(m_header, m_y), m_x), m_header.palette[index]);
        ++m_x;
    }

    void paintRun(unsigned count, unsigned value)
    {
        for (unsigned i = 0; i < count; ++i)
            paint(!isFourBit() ? value : (i % 2 == 0 ? value >> 4 : value & 15));
    }

    Result<void> paintLiterals(unsigned count)
    {
        const std::size_t stored = isFourBit() ? (count + 1) / 2 : count;
        if (m_rest.size() < stored)
            return endsEarly(ImageFormat::Bmp);
        const Bytes literals = m_rest.first(stored);
        m_rest = m_rest.subspan(std::min(m_rest.size(), (stored + 1) / 2 * 2)); // padded to an even number
        for (unsigned i = 0; i < count; ++i) {
            const auto value = std::to_integer<unsigned>(literals[isFourBit() ? i / 2 : i]);
            paint(!isFourBit() ? value : (i % 2 == 0 ? value >> 4 : value & 15));
        }
        return {};
    }

    const BmpHeader& m_header;
    Bytes m_rest;
    cv::Mat m_rgb;
    int m_x = 0;
    int m_y = 0;
};

Result<Header> readHeader(Bytes bytes)
{
    return readBmpHeader(bytes).map([](const BmpHeader& header) {
        return Header{header.width, header.height};
    });
}

Result<cv::Mat> readPixels(Bytes bytes, const Header&, int)
{
    NAKAMA_TRY(const BmpHeader header, readBmpHeader(bytes));
    const Bytes pixels = bytes.subspan(header.pixels);
    if (header.compression == BmpHeader::Compression::None)
        return readPlain(header, pixels);
    return RunLengthDecoder(header, pixels).run();
}

} // namespace

const Codec bmp{readHeader, readPixels};

} // namespace nakama::codecs
