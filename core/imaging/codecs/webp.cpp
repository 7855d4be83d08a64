#include "core/imaging/codecs/codec.h"
#include "core/imaging/codecs/on_white.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

namespace nakama::codecs
{

namespace
{

struct DemuxerDeleter
{
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DemuxerDeleter>;

struct FrameIterator : WebPIterator
{
    FrameIterator() : WebPIterator{} {}
    ~FrameIterator() { WebPDemuxReleaseIterator(this); }
    FrameIterator(const FrameIterator&) = delete;
    FrameIterator& operator=(const FrameIterator&) = delete;
};

Result<Demuxer> openDemuxer(Bytes bytes)
{
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    WebPDemuxState state = WEBP_DEMUX_PARSE_ERROR;
    Demuxer demuxer(WebPDemuxPartial(&data, &state));
    if (state == WEBP_DEMUX_DONE && demuxer)
        return demuxer;
    if (state == WEBP_DEMUX_PARSE_ERROR)
        return damaged(ImageFormat::WebP, "its chunks make no sense");
    return endsEarly(ImageFormat::WebP);
}

Orientation orientationOf(const WebPDemuxer* demuxer)
{
    WebPChunkIterator chunk{};
    Orientation orientation = Orientation::Upright;
    if (WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk))
        orientation = orientationFromExif(std::as_bytes(std::span(chunk.chunk.bytes, chunk.chunk.size)));
    WebPDemuxReleaseChunkIterator(&chunk);
    return orientation;
}

Result<Header> readHeader(Bytes bytes)
{
    NAKAMA_TRY(const Demuxer demuxer, openDemuxer(bytes));
    return Header{static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                  static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT)),
                  orientationOf(demuxer.get())};
}

std::string_view reasonOf(VP8StatusCode status)
{
    switch (status) {
    case VP8_STATUS_OUT_OF_MEMORY:
        return "not enough memory";
    case VP8_STATUS_UNSUPPORTED_FEATURE:
        return "a feature that libwebp does not know";
    default:
        return "its pixel data make no sense";
    }
}

/** Decodes one frame into target, whose size is the frame's. */
VP8StatusCode decodeInto(const WebPIterator& frame, cv::Mat target, WEBP_CSP_MODE mode)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return VP8_STATUS_INVALID_PARAM;
    config.output.colorspace = mode;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = target.data;
    config.output.u.RGBA.stride = static_cast<int>(target.step);
    // The last row of a part of a picture ends before the stride does.
    config.output.u.RGBA.size = target.step * static_cast<std::size_t>(target.rows - 1) +
                                target.elemSize() * static_cast<std::size_t>(target.cols);
    return WebPDecode(frame.fragment.bytes, frame.fragment.size, &config);
}

Result<cv::Mat> readPixels(Bytes bytes, const Header& header, int)
{
    NAKAMA_TRY(const Demuxer demuxer, openDemuxer(bytes));
    FrameIterator frame;
    if (!WebPDemuxGetFrame(demuxer.get(), 1, &frame))
        return damaged(ImageFormat::WebP, "it holds no picture");
    const cv::Rect place(frame.x_offset, frame.y_offset, frame.width, frame.height);
    const cv::Size canvas(header.width, header.height);
    if ((place & cv::Rect({}, canvas)) != place || !frame.complete)
        return damaged(ImageFormat::WebP, "its first frame is not whole");

    cv::Mat rgb(canvas, CV_8UC3, cv::Scalar::all(255));
    cv::Mat target = rgb(place);
    cv::Mat rgba = frame.has_alpha ? cv::Mat(place.size(), CV_8UC4) : cv::Mat();
    const auto status =
        decodeInto(frame, frame.has_alpha ? rgba : target, frame.has_alpha ? MODE_RGBA : MODE_RGB);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED)
        return endsEarly(ImageFormat::WebP);
    if (status != VP8_STATUS_OK)
        return damaged(ImageFormat::WebP, reasonOf(status));
    for (int y = 0; y < rgba.rows; ++y)
        blendRowOnWhite(rgba.ptr(y), target.ptr(y), rgba.cols);
    return rgb;
}

} // namespace

const Codec webp{readHeader, readPixels};

} // namespace nakama::codecs
