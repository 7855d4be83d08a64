#include "core/imaging/encode.h"

#include <fmt/format.h>
#include <jpeglib.h>
#include <png.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <string_view>

namespace nakama
{

namespace
{

Result<void> checkPicture(const cv::Mat& rgb)
{
    if (rgb.empty() || rgb.type() != CV_8UC3)
        return fail(ErrorCode::InvalidArgument, "only RGB pictures of 8 bits a channel can be written");
    return {};
}

Result<void> checkRange(std::string_view what, int value, int low, int high)
{
    if (value < low || value > high)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} {} is not within {} and {}", what, value, low, high));
    return {};
}

/** libpng's objects; errors end in a jump to guarded(), so nothing given to it has a destructor. */
class PngWriter
{
public:
    explicit PngWriter(std::vector<std::byte>& target) : m_target(target)
    {
        m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, onError,
                                        [](png_structp, png_const_charp) {});
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngWriter() { png_destroy_write_struct(&m_png, &m_info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    bool write(const cv::Mat& rgb, int compression)
    {
        if (!m_info || setjmp(m_jump))
            return false;
        png_set_write_fn(m_png, this, onWrite, nullptr);
        png_set_compression_level(m_png, compression);
        // One cheap filter for the fast levels; libpng's search among five costs more than it saves there.
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, compression <= 3 ? PNG_FILTER_SUB : PNG_ALL_FILTERS);
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(rgb.cols), static_cast<png_uint_32>(rgb.rows), 8,
                     PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                     PNG_FILTER_TYPE_DEFAULT);
        png_write_info(m_png, m_info);
        for (int y = 0; y < rgb.rows; ++y)
            png_write_row(m_png, rgb.ptr(y));
        png_write_end(m_png, m_info);
        return true;
    }

    bool outOfMemory() const { return m_outOfMemory; }
    const char* message() const { return m_message; }

private:
    static void onError(png_structp png, png_const_charp message)
    {
        auto& self = *static_cast<PngWriter*>(png_get_error_ptr(png));
        std::snprintf(self.m_message, sizeof self.m_message, "%s", message);
        std::longjmp(self.m_jump, 1);
    }

    static void onWrite(png_structp png, png_bytep data, std::size_t size)
    {
        auto& self = *static_cast<PngWriter*>(png_get_io_ptr(png));
        if (!self.append(std::as_bytes(std::span(data, size)))) {
            self.m_outOfMemory = true;
            png_error(png, "not enough memory");
        }
    }

    /** An exception must not pass through libpng. */
    bool append(std::span<const std::byte> bytes) noexcept
    {
        try {
            m_target.insert(m_target.end(), bytes.begin(), bytes.end());
            return true;
        } catch (const std::bad_alloc&) {
            return false;
        }
    }

    std::vector<std::byte>& m_target;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_jump{};
    bool m_outOfMemory = false;
    char m_message[160] = "";
};

/** libjpeg's object and the buffer that it grows; errors end in a jump to write(). */
class JpegWriter
{
public:
    JpegWriter()
    {
        m_info.err = jpeg_std_error(&m_errors);
        m_info.client_data = this;
        m_errors.error_exit = [](j_common_ptr info) {
            auto& self = *static_cast<JpegWriter*>(info->client_data);
            info->err->format_message(info, self.m_message);
            std::longjmp(self.m_jump, 1);
        };
    }
    ~JpegWriter()
    {
        jpeg_destroy_compress(&m_info);
        std::free(m_buffer);
    }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;

    bool write(const cv::Mat& rgb, int quality)
    {
        if (setjmp(m_jump))
            return false;
        jpeg_create_compress(&m_info);
        jpeg_mem_dest(&m_info, &m_buffer, &m_size);
        m_info.image_width = static_cast<JDIMENSION>(rgb.cols);
        m_info.image_height = static_cast<JDIMENSION>(rgb.rows);
        m_info.input_components = 3;
        m_info.in_color_space = JCS_RGB;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, quality, TRUE);
        if (quality >= 90)
            m_info.comp_info[0].h_samp_factor = m_info.comp_info[0].v_samp_factor = 1;
        jpeg_start_compress(&m_info, TRUE);
        while (m_info.next_scanline < m_info.image_height) {
            JSAMPROW row = const_cast<JSAMPROW>(rgb.ptr(static_cast<int>(m_info.next_scanline)));
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        jpeg_finish_compress(&m_info);
        return true;
    }

    std::span<const std::byte> bytes() const { return std::as_bytes(std::span(m_buffer, m_size)); }
    const char* message() const { return m_message; }

private:
    jpeg_compress_struct m_info{};
    jpeg_error_mgr m_errors{};
    std::jmp_buf m_jump{};
    unsigned char* m_buffer = nullptr;
    unsigned long m_size = 0;
    char m_message[JMSG_LENGTH_MAX] = "";
};

} // namespace

Result<std::vector<std::byte>> encodePng(const cv::Mat& rgb, int compression)
{
    NAKAMA_CHECK(checkPicture(rgb));
    NAKAMA_CHECK(checkRange("PNG compression", compression, 0, 9));
    std::vector<std::byte> bytes;
    PngWriter writer(bytes);
    if (!writer.write(rgb, compression))
        return fail(writer.outOfMemory() ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    fmt::format("the picture could not be written as PNG ({})", writer.message()));
    return bytes;
}

Result<std::vector<std::byte>> encodeJpeg(const cv::Mat& rgb, int quality)
{
    NAKAMA_CHECK(checkPicture(rgb));
    NAKAMA_CHECK(checkRange("JPEG quality", quality, 1, 100));
    JpegWriter writer;
    if (!writer.write(rgb, quality))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the picture could not be written as JPEG ({})", writer.message()));
    const auto bytes = writer.bytes();
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

} // namespace nakama
