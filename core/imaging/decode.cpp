#include "core/imaging/decode.h"

#include "core/base/atomic_file.h"
#include "core/imaging/codecs/codec.h"
#include "core/imaging/exif.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nakama
{

namespace
{

/** A header within the limits, and the codec that read it. */
struct Opened
{
    ImageFormat format;
    codecs::Header header;
};

Result<void> checkLimits(const codecs::Header& header, const DecodeLimits& limits)
{
    if (header.width <= 0 || header.height <= 0)
        return fail(ErrorCode::CorruptData,
                    fmt::format("the picture says that it has {} x {} pixels; get it again from its source",
                                header.width, header.height));
    if (header.width > limits.maxSide || header.height > limits.maxSide)
        return fail(
            ErrorCode::TooLarge,
            fmt::format("the picture is {} x {} pixels and no side may have more than {}; make it smaller",
                        header.width, header.height, limits.maxSide));
    if (std::int64_t{header.width} * header.height > limits.maxPixels)
        return fail(ErrorCode::TooLarge,
                    fmt::format("the picture is {} x {} pixels, more than {} million in all; make it smaller",
                                header.width, header.height, limits.maxPixels / 1'000'000));
    return {};
}

Result<Opened> open(std::span<const std::byte> bytes, const DecodeLimits& limits)
{
    if (bytes.size() > limits.maxFileBytes)
        return fail(ErrorCode::TooLarge,
                    fmt::format("the file has {} bytes, more than the {} that are allowed", bytes.size(),
                                limits.maxFileBytes));
    NAKAMA_TRY(const ImageFormat format, sniffImageFormat(bytes));
    NAKAMA_TRY(const codecs::Header header, codecs::codecOf(format).readHeader(bytes));
    NAKAMA_CHECK(checkLimits(header, limits));
    return Opened{format, header};
}

/** Where the original lies within a reduced picture: the part pixel is at the far ends as stored, then
 * turned. */
cv::Rect2d contentOf(const cv::Size& reduced, const codecs::Header& header)
{
    const double scale = std::round(std::max(header.width / static_cast<double>(reduced.width),
                                             header.height / static_cast<double>(reduced.height)));
    const double width = header.width / scale;
    const double height = header.height / scale;
    const double restX = reduced.width - width;
    const double restY = reduced.height - height;
    switch (header.orientation) {
    case Orientation::MirroredHorizontally:
        return {restX, 0, width, height};
    case Orientation::UpsideDown:
        return {restX, restY, width, height};
    case Orientation::MirroredVertically:
        return {0, restY, width, height};
    case Orientation::Transposed:
        return {0, 0, height, width};
    case Orientation::TurnedLeft: // the stored bottom becomes the left
        return {restY, 0, height, width};
    case Orientation::Transversed:
        return {restY, restX, height, width};
    case Orientation::TurnedRight: // the stored right becomes the top
        return {0, restX, height, width};
    case Orientation::Upright:
        break;
    }
    return {0, 0, width, height};
}

Result<ReducedImage> decode(std::span<const std::byte> bytes, int minSide, const DecodeLimits& limits)
{
    NAKAMA_TRY(const Opened opened, open(bytes, limits));
    const codecs::Header& header = opened.header;
    NAKAMA_TRY(const cv::Mat stored, codecs::codecOf(opened.format).readPixels(bytes, header, minSide));
    const cv::Size original = swapsSides(header.orientation) ? cv::Size(header.height, header.width)
                                                             : cv::Size(header.width, header.height);
    return ReducedImage{turnUpright(stored, header.orientation), original, contentOf(stored.size(), header)};
}

auto inContext(std::string_view name)
{
    return [name](Error error) {
        error.context = name;
        return error;
    };
}

} // namespace

Result<ImageInfo> probeImage(std::span<const std::byte> bytes, std::string_view name,
                             const DecodeLimits& limits)
{
    return open(bytes, limits)
        .map([](const Opened& opened) {
            ImageInfo info{opened.format, opened.header.width, opened.header.height};
            if (swapsSides(opened.header.orientation))
                std::swap(info.width, info.height);
            return info;
        })
        .map_error(inContext(name));
}

Result<cv::Mat> decodeImage(std::span<const std::byte> bytes, std::string_view name,
                            const DecodeLimits& limits)
{
    return decodeImageReduced(bytes, name, 0, limits).map([](const ReducedImage& image) {
        return image.rgb;
    });
}

Result<ReducedImage> decodeImageReduced(std::span<const std::byte> bytes, std::string_view name, int minSide,
                                        const DecodeLimits& limits)
{
    return decode(bytes, minSide, limits).map_error(inContext(name));
}

Result<cv::Mat> decodeImageFile(const std::filesystem::path& path, const DecodeLimits& limits)
{
    NAKAMA_TRY(const auto bytes, readFile(path, limits.maxFileBytes));
    return decodeImage(bytes, path.string(), limits);
}

} // namespace nakama
