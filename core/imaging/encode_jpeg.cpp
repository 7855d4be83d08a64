#include "core/imaging/encode.h"
#include "core/imaging/encode_check.h"

// clang-format off
#include <cstdio>
#include <jpeglib.h>
// clang-format on
#include <fmt/format.h>

#include <csetjmp>
#include <cstdlib>
#include <span>

namespace nakama
{

namespace
{

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

Result<std::vector<std::byte>> encodeJpeg(const cv::Mat& rgb, int quality)
{
    NAKAMA_CHECK(checkEncodable(rgb));
    if (quality < 1 || quality > 100)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("JPEG quality {} is not within 1 and 100", quality));
    JpegWriter writer;
    if (!writer.write(rgb, quality))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the picture could not be written as JPEG ({})", writer.message()));
    const auto bytes = writer.bytes();
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

} // namespace nakama
