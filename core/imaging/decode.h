#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace nakama
{

enum class ImageFormat { Jpeg, Png, WebP, Gif, Bmp, Tiff };

/** "JPEG", "PNG", … as shown to people. */
std::string_view imageFormatName(ImageFormat format);
/** The usual file name ending without the dot: "jpg", "png", … */
std::string_view imageFormatExtension(ImageFormat format);

/**
 * Bounds that every decode keeps, checked on the header before any pixel. Memory of one decode is at most the
 * file plus 16 bytes a pixel plus 64 MB: 3 for the result and up to 12 for what a progressive JPEG, a
 * lossless WebP or a 16-bit TIFF must hold; a plain JPEG or PNG needs the 3 only. At the very limit that
 * is 1.7 GB.
 */
struct DecodeLimits
{
    int maxSide = 30'000;
    std::int64_t maxPixels = 100'000'000;
    std::uintmax_t maxFileBytes = std::uintmax_t{256} << 20;
};

/** What the header says, before any pixel is decoded; width and height are after EXIF orientation. */
struct ImageInfo
{
    ImageFormat format = ImageFormat::Jpeg;
    int width = 0;
    int height = 0;
};

/** Format by content, never by name. Error: Unsupported, naming what it is where known (AVIF, SVG, text, …).
 */
Result<ImageFormat> sniffImageFormat(std::span<const std::byte> bytes);

/** Reads only the header. name is used in errors. Errors: Unsupported, CorruptData, TooLarge. */
Result<ImageInfo> probeImage(std::span<const std::byte> bytes, std::string_view name,
                             const DecodeLimits& limits = {});

/**
 * Decodes to RGB, 8 bits a channel (CV_8UC3, channel order R, G, B), upright by its EXIF orientation, first
 * frame of an animation, alpha composited on white, 16 bits scaled to 8, CMYK converted.
 * A file whose pixels end early is an error, not a half-grey picture.
 * Errors: Unsupported, CorruptData, TooLarge; the message gives the reason, the context is name.
 */
Result<cv::Mat> decodeImage(std::span<const std::byte> bytes, std::string_view name,
                            const DecodeLimits& limits = {});

/** A picture that may have come at a reduced scale. */
struct ReducedImage
{
    cv::Mat rgb;
    cv::Size original;  ///< upright, before the reduction
    cv::Rect2d content; ///< what of rgb the original covers: a reduction by 2 of 5 pixels gives 3, of
                        ///< which 2.5 count
};

/**
 * The same, but where the codec can do so cheaply (JPEG) the picture may come reduced by 2, 4 or 8, with no
 * side below minSide, for a caller that shrinks it anyway. 0 means never reduced.
 */
Result<ReducedImage> decodeImageReduced(std::span<const std::byte> bytes, std::string_view name, int minSide,
                                        const DecodeLimits& limits = {});

/** decodeImage of a file. Also NotFound, Io. */
Result<cv::Mat> decodeImageFile(const std::filesystem::path& path, const DecodeLimits& limits = {});

} // namespace nakama
