#include "core/imaging/codecs/codec.h"

#include <tiffio.h>

#include <algorithm>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

namespace nakama::codecs
{

namespace
{

/** What libtiff may allocate in one piece: a picture of 100 million pixels in one strip of 16-bit RGBA. */
constexpr tmsize_t maxAllocation = 800'000'000;

struct TiffDeleter
{
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

/** libtiff's object on bytes in memory, and the first thing it complained about. */
class Reader
{
public:
    explicit Reader(Bytes bytes) : m_bytes(bytes)
    {
        const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                                   TIFFOpenOptionsFree);
        TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), maxAllocation);
        TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, this);
        TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, this);
        m_tiff.reset(TIFFClientOpenExt("picture", "r", this, onRead, onWrite, onSeek, onClose, onSize, onMap,
                                       onUnmap, options.get()));
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    TIFF* tiff() const { return m_tiff.get(); }
    bool damaged() const { return m_message[0] != '\0'; }

    tl::unexpected<Error> failure() const
    {
        const std::string_view message(m_message);
        if (message.find("Read error") != std::string_view::npos ||
            message.find("EOF") != std::string_view::npos ||
            message.find("Premature end") != std::string_view::npos)
            return endsEarly(ImageFormat::Tiff);
        if (message.find("not configured") != std::string_view::npos)
            return variantNotRead(ImageFormat::Tiff, message);
        return codecs::damaged(ImageFormat::Tiff, message.empty() ? "its data make no sense" : message);
    }

private:
    static Reader& self(thandle_t handle) { return *static_cast<Reader*>(handle); }

    static tmsize_t onRead(thandle_t handle, void* target, tmsize_t size)
    {
        Reader& reader = self(handle);
        const Bytes rest = reader.m_bytes.subspan(std::min(reader.m_at, reader.m_bytes.size()));
        const std::size_t given = std::min(rest.size(), static_cast<std::size_t>(size));
        if (given > 0)
            std::memcpy(target, rest.data(), given);
        reader.m_at += given;
        return static_cast<tmsize_t>(given);
    }

    static tmsize_t onWrite(thandle_t, void*, tmsize_t) { return 0; }

    static toff_t onSeek(thandle_t handle, toff_t offset, int whence)
    {
        Reader& reader = self(handle);
        const std::size_t from = whence == SEEK_CUR   ? reader.m_at
                                 : whence == SEEK_END ? reader.m_bytes.size()
                                                      : 0;
        reader.m_at = from + static_cast<std::size_t>(offset);
        return reader.m_at;
    }

    static int onClose(thandle_t) { return 0; }
    static toff_t onSize(thandle_t handle) { return self(handle).m_bytes.size(); }

    /** Not only for speed: libtiff 4.5 refuses some uncompressed tiles that are not mapped. */
    static int onMap(thandle_t handle, void** base, toff_t* size)
    {
        const Bytes bytes = self(handle).m_bytes;
        *base = const_cast<std::byte*>(bytes.data()); // libtiff only reads from it
        *size = bytes.size();
        return 1;
    }

    static void onUnmap(thandle_t, void*, toff_t) {}

    static int onError(TIFF*, void* data, const char*, const char* format, std::va_list arguments)
    {
        static_cast<Reader*>(data)->note(format, arguments);
        return 1;
    }

    static int onWarning(TIFF*, void* data, const char*, const char* format, std::va_list arguments)
    {
        // Most warnings are about odd tags; these two mean that pixels are missing.
        const std::string_view text(format);
        char first[64] = "";
        if (text == "%s") { // the words of libjpeg
            std::va_list copy;
            va_copy(copy, arguments);
            std::snprintf(first, sizeof first, "%s", va_arg(copy, const char*));
            va_end(copy);
        }
        const std::string_view words = text == "%s" ? std::string_view(first) : text;
        if (words.find("Premature") != std::string_view::npos ||
            words.find("Corrupt JPEG") != std::string_view::npos)
            static_cast<Reader*>(data)->note(format, arguments);
        return 1;
    }

    void note(const char* format, std::va_list arguments)
    {
        if (!damaged())
            std::vsnprintf(m_message, sizeof m_message, format, arguments);
    }

    Bytes m_bytes;
    std::size_t m_at = 0;
    char m_message[200] = "";
    std::unique_ptr<TIFF, TiffDeleter> m_tiff; // last: closing it may still complain
};

Result<Header> headerOf(const Reader& reader)
{
    if (!reader.tiff())
        return reader.failure();
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    if (!TIFFGetField(reader.tiff(), TIFFTAG_IMAGEWIDTH, &width) ||
        !TIFFGetField(reader.tiff(), TIFFTAG_IMAGELENGTH, &height))
        return damaged(ImageFormat::Tiff, "it does not say how large it is");
    TIFFGetFieldDefaulted(reader.tiff(), TIFFTAG_ORIENTATION, &orientation);
    constexpr std::uint32_t most = 0x7FFFFFFF;
    return Header{static_cast<int>(std::min(width, most)), static_cast<int>(std::min(height, most)),
                  orientationFromTag(orientation)};
}

Result<Header> readHeader(Bytes bytes)
{
    return headerOf(Reader(bytes));
}

/** libtiff's packed pixels, colour already multiplied by alpha, on white. */
void blendPackedRow(const std::uint32_t* packed, std::uint8_t* rgb, int width)
{
    for (int x = 0; x < width; ++x, rgb += 3) {
        const std::uint32_t white = 255 - TIFFGetA(packed[x]);
        rgb[0] = static_cast<std::uint8_t>(std::min(255u, TIFFGetR(packed[x]) + white));
        rgb[1] = static_cast<std::uint8_t>(std::min(255u, TIFFGetG(packed[x]) + white));
        rgb[2] = static_cast<std::uint8_t>(std::min(255u, TIFFGetB(packed[x]) + white));
    }
}

Result<cv::Mat> readPixels(Bytes bytes, const Header& header, int)
{
    Reader reader(bytes);
    char why[1024] = "";
    if (!reader.tiff())
        return reader.failure();
    if (!TIFFRGBAImageOK(reader.tiff(), why))
        return variantNotRead(ImageFormat::Tiff, why);

    // Asking for the stored orientation keeps libtiff from turning: it knows only half of the eight.
    cv::Mat packed(header.height, header.width, CV_32SC1);
    const int stored = static_cast<int>(header.orientation);
    const bool read = TIFFReadRGBAImageOriented(reader.tiff(), static_cast<std::uint32_t>(header.width),
                                                static_cast<std::uint32_t>(header.height),
                                                packed.ptr<std::uint32_t>(), stored, 1);
    if (!read || reader.damaged())
        return reader.failure();
    cv::Mat rgb(packed.size(), CV_8UC3);
    for (int y = 0; y < rgb.rows; ++y)
        blendPackedRow(packed.ptr<std::uint32_t>(y), rgb.ptr(y), rgb.cols);
    return rgb;
}

} // namespace

const Codec tiff{readHeader, readPixels};

} // namespace nakama::codecs
