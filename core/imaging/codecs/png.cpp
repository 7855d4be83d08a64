#include "core/imaging/codecs/codec.h"
#include "core/imaging/codecs/on_white.h"
#include "core/imaging/codecs/plain_png.h"

#include <png.h>

#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace nakama::codecs
{

namespace
{

constexpr std::string_view imageMagickExif = "Raw profile type exif";

/**
 * libpng's objects. libpng ends a call on an error by longjmp; guarded() is the only place that it jumps to,
 * and nothing with a destructor may live in the functions given to it.
 */
class Reader
{
public:
    explicit Reader(Bytes bytes) : m_rest(bytes)
    {
        m_png =
            png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, [](png_structp, png_const_charp) {});
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    png_structp png() const { return m_png; }
    png_infop info() const { return m_info; }

    /** Runs work; false where libpng gave up. */
    template<typename Work>
    bool guarded(Work work)
    {
        if (setjmp(m_jump))
            return false;
        work();
        return true;
    }

    bool readHeader()
    {
        if (!m_info)
            return false;
        return guarded([this] {
            png_set_read_fn(m_png, this, onRead);
            // Sides are judged by our own limits, with our own message.
            png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
            png_read_info(m_png, m_info);
        });
    }

    tl::unexpected<Error> failure() const
    {
        if (!m_info)
            return fail(ErrorCode::OutOfMemory, "there is not enough memory to open this picture");
        return m_endsEarly ? endsEarly(ImageFormat::Png) : damaged(ImageFormat::Png, m_message);
    }

private:
    static void onError(png_structp png, png_const_charp message)
    {
        auto& self = *static_cast<Reader*>(png_get_error_ptr(png));
        std::snprintf(self.m_message, sizeof self.m_message, "%s", message);
        std::longjmp(self.m_jump, 1);
    }

    static void onRead(png_structp png, png_bytep target, std::size_t size)
    {
        auto& self = *static_cast<Reader*>(png_get_io_ptr(png));
        if (size > self.m_rest.size()) {
            self.m_endsEarly = true;
            png_error(png, "the file ends early");
        }
        std::memcpy(target, self.m_rest.data(), size);
        self.m_rest = self.m_rest.subspan(size);
    }

    Bytes m_rest;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    bool m_endsEarly = false;
    char m_message[160] = "";
};

/** The content of the eXIf chunk, which may stand before or after the pixels; empty where there is none. */
Bytes exifChunk(Bytes bytes)
{
    constexpr std::size_t frame = 12; // length, name, checksum
    std::size_t at = 8;
    while (at + frame <= bytes.size()) {
        const auto* chunk = reinterpret_cast<const png_byte*>(bytes.data() + at);
        const std::size_t length = png_get_uint_32(chunk);
        if (length > bytes.size() - at - frame)
            break;
        if (std::memcmp(chunk + 4, "eXIf", 4) == 0)
            return bytes.subspan(at + 8, length);
        at += frame + length;
    }
    return {};
}

/** ImageMagick writes EXIF as text: a name, a length, then hexadecimal digits. */
std::vector<std::byte> exifFromHexText(std::string_view text)
{
    std::vector<std::byte> exif;
    const std::size_t name = text.find("exif");
    const std::size_t length =
        text.find_first_of("0123456789", name == std::string_view::npos ? text.size() : name);
    const std::size_t digits = text.find('\n', length == std::string_view::npos ? text.size() : length);
    if (digits == std::string_view::npos)
        return exif;
    int high = -1;
    for (const char c : text.substr(digits)) {
        const std::size_t value = std::string_view("0123456789abcdef").find(c);
        if (value == std::string_view::npos)
            continue;
        if (high >= 0)
            exif.push_back(static_cast<std::byte>(high * 16 + static_cast<int>(value)));
        high = high >= 0 ? -1 : static_cast<int>(value);
    }
    return exif;
}

Orientation orientationOf(Reader& reader, Bytes bytes)
{
    if (const Bytes exif = exifChunk(bytes); !exif.empty())
        return orientationFromExif(exif);
    png_textp texts = nullptr;
    const int count = png_get_text(reader.png(), reader.info(), &texts, nullptr);
    for (int i = 0; i < count; ++i)
        if (texts[i].key == imageMagickExif && texts[i].text)
            return orientationFromExif(exifFromHexText(texts[i].text));
    return Orientation::Upright;
}

/** Asks libpng for 8-bit RGB, or RGBA where there is transparency. */
void askForRgb(png_structp png, png_infop info)
{
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

Result<Header> readHeader(Bytes bytes)
{
    Reader reader(bytes);
    if (!reader.readHeader())
        return reader.failure();
    return Header{static_cast<int>(png_get_image_width(reader.png(), reader.info())),
                  static_cast<int>(png_get_image_height(reader.png(), reader.info())),
                  orientationOf(reader, bytes)};
}

/** An interlaced picture with transparency: its passes need the whole picture at once. */
Result<cv::Mat> readInterlacedWithAlpha(Reader& reader, cv::Mat rgb)
{
    cv::Mat rgba(rgb.size(), CV_8UC4);
    std::vector<png_bytep> rows;
    for (int y = 0; y < rgba.rows; ++y)
        rows.push_back(rgba.ptr(y));
    if (!reader.guarded([&] { png_read_image(reader.png(), rows.data()); }))
        return reader.failure();
    for (int y = 0; y < rgb.rows; ++y)
        blendRowOnWhite(rgba.ptr(y), rgb.ptr(y), rgb.cols);
    return rgb;
}

Result<cv::Mat> readPixels(Bytes bytes, const Header& header, int)
{
    if (auto plain = readPlainPng(bytes))
        return *std::move(plain);
    Reader reader(bytes);
    if (!reader.readHeader() || !reader.guarded([&] { askForRgb(reader.png(), reader.info()); }))
        return reader.failure();
    const bool alpha = png_get_channels(reader.png(), reader.info()) == 4;
    const bool interlaced = png_get_interlace_type(reader.png(), reader.info()) != PNG_INTERLACE_NONE;
    cv::Mat rgb(header.height, header.width, CV_8UC3);
    if (alpha && interlaced)
        return readInterlacedWithAlpha(reader, rgb);

    std::vector<png_byte> rgbaRow(alpha ? std::size_t{4} * static_cast<std::size_t>(header.width) : 0);
    const int passes = interlaced ? 7 : 1;
    const auto readRows = [&] {
        for (int pass = 0; pass < passes; ++pass)
            for (int y = 0; y < header.height; ++y) {
                png_read_row(reader.png(), alpha ? rgbaRow.data() : rgb.ptr(y), nullptr);
                if (alpha)
                    blendRowOnWhite(rgbaRow.data(), rgb.ptr(y), header.width);
            }
    };
    if (!reader.guarded(readRows))
        return reader.failure();
    return rgb;
}

} // namespace

const Codec png{readHeader, readPixels};

} // namespace nakama::codecs
