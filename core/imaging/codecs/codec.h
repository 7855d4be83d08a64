#pragma once

#include "core/imaging/decode.h"
#include "core/imaging/exif.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <span>
#include <string_view>

/** One file a picture format; decode.cpp adds limits, orientation and the file's name to what these say. */
namespace nakama::codecs
{

using Bytes = std::span<const std::byte>;

/** What a file's header says about its first picture, sides as stored (before orientation). */
struct Header
{
    int width = 0;
    int height = 0;
    Orientation orientation = Orientation::Upright;
};

/** How a format is read. No function keeps bytes, and none throws for what is in them. */
struct Codec
{
    Result<Header> (*readHeader)(Bytes bytes);
    /** CV_8UC3 in the order R, G, B, sides as in the header, or reduced to no shorter side below minSide. */
    Result<cv::Mat> (*readPixels)(Bytes bytes, const Header& header, int minSide);
};

extern const Codec jpeg;
extern const Codec png;
extern const Codec webp;
extern const Codec gif;
extern const Codec bmp;
extern const Codec tiff;

const Codec& codecOf(ImageFormat format);

/** CorruptData; reason is the library's own words. */
tl::unexpected<Error> damaged(ImageFormat format, std::string_view reason);
/** CorruptData: the file stops before its pixels do. */
tl::unexpected<Error> endsEarly(ImageFormat format);
/** Unsupported: a valid file in a variant that is not read; what names the variant. */
tl::unexpected<Error> variantNotRead(ImageFormat format, std::string_view what);

} // namespace nakama::codecs
