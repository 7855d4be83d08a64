#include "core/imaging/codecs/codec.h"

// clang-format off
#include <cstdio>
#include <jpeglib.h>
#include <jerror.h> // after jpeglib.h: its numbers depend on what libjpeg was built with
// clang-format on

#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nakama::codecs
{

namespace
{

/** A few hundred scans of a large picture keep a processor busy for minutes; real files have about ten. */
constexpr int maxScans = 200;

/**
 * libjpeg's object and what it says about the data. libjpeg ends a call on an error by longjmp; guarded() is
 * the only place that it jumps to, and nothing with a destructor may live in the functions given to it.
 */
class Reader
{
public:
    explicit Reader(Bytes bytes) : m_bytes(bytes)
    {
        m_info.err = jpeg_std_error(&m_errors);
        m_info.client_data = this;
        m_errors.error_exit = [](j_common_ptr info) {
            auto& self = *static_cast<Reader*>(info->client_data);
            self.m_failedCode = info->err->msg_code;
            info->err->format_message(info, self.m_message);
            std::longjmp(self.m_jump, 1);
        };
        m_errors.emit_message = [](j_common_ptr info, int level) {
            if (level < 0)
                static_cast<Reader*>(info->client_data)->noteWarning(info);
        };
        m_progress.progress_monitor = [](j_common_ptr info) {
            if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maxScans)
                ERREXIT(info, JERR_BAD_PROGRESSION);
        };
    }

    ~Reader()
    {
        if (m_created)
            jpeg_destroy_decompress(&m_info);
    }

    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    jpeg_decompress_struct& info() { return m_info; }

    /** Runs work; false where libjpeg gave up. */
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
        return guarded([this] {
            jpeg_create_decompress(&m_info);
            m_created = true;
            m_info.progress = &m_progress;
            jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char*>(m_bytes.data()),
                         static_cast<unsigned long>(m_bytes.size()));
            jpeg_save_markers(&m_info, JPEG_APP0 + 1, 0xFFFF);
            jpeg_read_header(&m_info, TRUE);
        });
    }

    Orientation orientation() const
    {
        for (auto* marker = m_info.marker_list; marker; marker = marker->next) {
            const auto data = std::as_bytes(std::span(marker->data, marker->data_length));
            if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 &&
                std::string_view(reinterpret_cast<const char*>(data.data()), 4) == "Exif")
                return orientationFromExif(data);
        }
        return Orientation::Upright;
    }

    /** The error of a guarded call that returned false. */
    tl::unexpected<Error> failure() const
    {
        switch (m_failedCode) {
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_ARITH_NOTIMPL:
        case JERR_CONVERSION_NOTIMPL:
            return variantNotRead(ImageFormat::Jpeg, m_message);
        case JERR_INPUT_EMPTY:
        case JERR_INPUT_EOF:
            return endsEarly(ImageFormat::Jpeg);
        case JERR_OUT_OF_MEMORY:
            return fail(ErrorCode::OutOfMemory,
                        "there is not enough memory for this picture; make it smaller");
        default:
            return m_dataEnded ? endsEarly(ImageFormat::Jpeg) : damaged(ImageFormat::Jpeg, m_message);
        }
    }

    /** True where reading on would only make grey. */
    bool hasRunDry() const { return m_dataEnded && m_pixelsDamaged; }

    /** Whether what was decoded is what the file's author saw. */
    Result<void> complete() const
    {
        // A plain JPEG that lacks only its end marker has all its pixels; one in scans lacks some detail.
        if (m_dataEnded &&
            (m_pixelsDamaged || jpeg_has_multiple_scans(const_cast<j_decompress_ptr>(&m_info))))
            return endsEarly(ImageFormat::Jpeg);
        if (m_pixelsDamaged)
            return damaged(ImageFormat::Jpeg, m_message);
        return {};
    }

private:
    void noteWarning(j_common_ptr info)
    {
        switch (info->err->msg_code) {
        case JWRN_JPEG_EOF:
            m_dataEnded = true;
            break;
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_ARITH_BAD_CODE:
        case JWRN_MUST_RESYNC:
        case JWRN_BOGUS_PROGRESSION:
            m_pixelsDamaged = true;
            info->err->format_message(info, m_message);
            break;
        default: // odd headers, extraneous bytes: the pixels are whole
            break;
        }
    }

    Bytes m_bytes;
    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_jump{};
    bool m_created = false;
    bool m_dataEnded = false;
    bool m_pixelsDamaged = false;
    int m_failedCode = 0;
    char m_message[JMSG_LENGTH_MAX] = "";
};

/** The bytes from the first start marker on; junk may come before it. */
Bytes withoutJunk(Bytes bytes)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::size_t at = text.find("\xFF\xD8\xFF");
    return at == std::string_view::npos ? bytes : bytes.subspan(at);
}

/** Print colours to screen colours by the plain formula; Adobe's programs store them inverted. */
void convertCmykRow(const std::uint8_t* cmyk, std::uint8_t* rgb, int width, bool inverted)
{
    for (int x = 0; x < width; ++x, cmyk += 4, rgb += 3) {
        const unsigned light = inverted ? cmyk[3] : 255u - cmyk[3];
        for (int channel = 0; channel < 3; ++channel) {
            const unsigned share = inverted ? cmyk[channel] : 255u - cmyk[channel];
            const unsigned product = share * light + 128;
            rgb[channel] = static_cast<std::uint8_t>((product + (product >> 8)) >> 8);
        }
    }
}

/** The largest of the reductions that libjpeg-turbo does fast (1/2, 1/4, 1/8) that keeps both sides at
 * minSide. */
unsigned reductionFor(const Header& header, int minSide)
{
    unsigned reduction = 1;
    while (minSide > 0 && reduction < 8 &&
           std::min(header.width, header.height) / static_cast<int>(2 * reduction) >= minSide)
        reduction *= 2;
    return reduction;
}

Result<Header> readHeader(Bytes bytes)
{
    Reader reader(withoutJunk(bytes));
    if (!reader.readHeader())
        return reader.failure();
    return Header{static_cast<int>(reader.info().image_width), static_cast<int>(reader.info().image_height),
                  reader.orientation()};
}

Result<cv::Mat> readPixels(Bytes bytes, const Header& header, int minSide)
{
    Reader reader(withoutJunk(bytes));
    auto& info = reader.info();
    const auto start = [&] {
        const bool cmyk = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
        info.out_color_space = cmyk ? JCS_CMYK : JCS_RGB;
        info.scale_num = 1;
        info.scale_denom = reductionFor(header, minSide);
        jpeg_start_decompress(&info);
    };
    if (!reader.readHeader() || !reader.guarded(start))
        return reader.failure();

    const int width = static_cast<int>(info.output_width);
    cv::Mat rgb(static_cast<int>(info.output_height), width, CV_8UC3);
    const bool cmyk = info.out_color_space == JCS_CMYK;
    std::vector<std::uint8_t> cmykRow(cmyk ? std::size_t{4} * info.output_width : 0);
    const auto readRows = [&] {
        while (info.output_scanline < info.output_height && !reader.hasRunDry()) {
            std::uint8_t* target = rgb.ptr(static_cast<int>(info.output_scanline));
            JSAMPROW row = cmyk ? cmykRow.data() : target;
            jpeg_read_scanlines(&info, &row, 1);
            if (cmyk)
                convertCmykRow(row, target, width, info.saw_Adobe_marker);
        }
    };
    if (!reader.guarded(readRows))
        return reader.failure();
    NAKAMA_CHECK(reader.complete());
    return rgb;
}

} // namespace

const Codec jpeg{readHeader, readPixels};

} // namespace nakama::codecs
