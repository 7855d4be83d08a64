#include "core/imaging/exif.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <string_view>

namespace nakama
{

namespace
{

constexpr unsigned orientationTag = 0x0112;
constexpr unsigned typeShort = 3;

/** Bounded reads in the byte order of the data; outside it everything is 0. */
class ExifReader
{
public:
    explicit ExifReader(std::span<const std::byte> data) : m_data(data), m_bigEndian(byteAt(0) == 'M') {}

    unsigned byteAt(std::size_t at) const
    {
        return at < m_data.size() ? std::to_integer<unsigned>(m_data[at]) : 0;
    }
    unsigned shortAt(std::size_t at) const
    {
        return m_bigEndian ? byteAt(at) << 8 | byteAt(at + 1) : byteAt(at + 1) << 8 | byteAt(at);
    }
    std::size_t longAt(std::size_t at) const
    {
        return m_bigEndian ? std::size_t{shortAt(at)} << 16 | shortAt(at + 2)
                           : std::size_t{shortAt(at + 2)} << 16 | shortAt(at);
    }

private:
    std::span<const std::byte> m_data;
    bool m_bigEndian;
};

} // namespace

Orientation orientationFromTag(unsigned value)
{
    return value >= 1 && value <= 8 ? static_cast<Orientation>(value) : Orientation::Upright;
}

Orientation orientationFromExif(std::span<const std::byte> exif)
{
    const std::string_view text(reinterpret_cast<const char*>(exif.data()), exif.size());
    if (text.starts_with(std::string_view("Exif\0\0", 6)))
        exif = exif.subspan(6);
    const ExifReader reader(exif);
    if (reader.shortAt(2) != 42)
        return Orientation::Upright;
    const std::size_t directory = reader.longAt(4);
    const unsigned entries = reader.shortAt(directory);
    for (unsigned i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        if (entry + 12 > exif.size())
            break;
        if (reader.shortAt(entry) == orientationTag && reader.shortAt(entry + 2) == typeShort)
            return orientationFromTag(reader.shortAt(entry + 8));
    }
    return Orientation::Upright;
}

bool swapsSides(Orientation orientation)
{
    return orientation >= Orientation::Transposed;
}

cv::Mat turnUpright(const cv::Mat& stored, Orientation orientation)
{
    cv::Mat upright;
    switch (orientation) {
    case Orientation::Upright:
        return stored;
    case Orientation::MirroredHorizontally:
        cv::flip(stored, upright, 1);
        break;
    case Orientation::UpsideDown:
        cv::flip(stored, upright, -1);
        break;
    case Orientation::MirroredVertically:
        cv::flip(stored, upright, 0);
        break;
    case Orientation::Transposed:
        cv::transpose(stored, upright);
        break;
    case Orientation::TurnedLeft:
        cv::rotate(stored, upright, cv::ROTATE_90_CLOCKWISE);
        break;
    case Orientation::Transversed:
        cv::transpose(stored, upright);
        cv::flip(upright, upright, -1);
        break;
    case Orientation::TurnedRight:
        cv::rotate(stored, upright, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    }
    return upright;
}

} // namespace nakama
