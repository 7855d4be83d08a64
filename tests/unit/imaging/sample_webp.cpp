#include "tests/unit/imaging/sample_files.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <span>
#include <stdexcept>

namespace nakama::test
{

namespace
{

FileBytes copyOf(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    return {bytes.begin(), bytes.end()};
}

WebPData view(const FileBytes& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

FileBytes encode(const cv::Mat& rgba, WebpKind kind)
{
    std::uint8_t* data = nullptr;
    const auto step = static_cast<int>(rgba.step);
    const std::size_t size = kind == WebpKind::Lossless
                                 ? WebPEncodeLosslessRGBA(rgba.data, rgba.cols, rgba.rows, step, &data)
                                 : WebPEncodeRGBA(rgba.data, rgba.cols, rgba.rows, step, 95, &data);
    if (size == 0)
        throw std::runtime_error("libwebp wrote nothing");
    FileBytes file = copyOf(data, size);
    WebPFree(data);
    return file;
}

} // namespace

FileBytes webpFile(const cv::Mat& rgba, WebpKind kind, const FileBytes& exif)
{
    const FileBytes still = encode(rgba, kind);
    if (kind != WebpKind::Animated && exif.empty())
        return still;
    WebPMux* mux = WebPMuxNew();
    const WebPData picture = view(still);
    const WebPData exifData = view(exif);
    if (kind == WebpKind::Animated) {
        WebPMuxFrameInfo frame{};
        frame.bitstream = picture;
        frame.id = WEBP_CHUNK_ANMF;
        frame.duration = 100;
        frame.x_offset = 4; // the first frame leaves a border of the canvas free
        frame.y_offset = 2;
        WebPMuxPushFrame(mux, &frame, 1);
        WebPMuxPushFrame(mux, &frame, 1);
        const WebPMuxAnimParams animation{0, 0};
        WebPMuxSetAnimationParams(mux, &animation);
        WebPMuxSetCanvasSize(mux, rgba.cols + 8, rgba.rows + 4);
    } else {
        WebPMuxSetImage(mux, &picture, 1);
    }
    if (!exif.empty())
        WebPMuxSetChunk(mux, "EXIF", &exifData, 1);
    WebPData assembled{};
    if (WebPMuxAssemble(mux, &assembled) != WEBP_MUX_OK)
        throw std::runtime_error("libwebpmux could not assemble the file");
    FileBytes file = copyOf(assembled.bytes, assembled.size);
    WebPDataClear(&assembled);
    WebPMuxDelete(mux);
    return file;
}

} // namespace nakama::test
