#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <span>

namespace nakama
{

/** Where the stored picture's first row and column lie when it is upright; the values of EXIF tag 0x0112. */
enum class Orientation {
    Upright = 1,
    MirroredHorizontally = 2,
    UpsideDown = 3,
    MirroredVertically = 4,
    Transposed = 5,
    TurnedLeft = 6, ///< needs a quarter turn clockwise
    Transversed = 7,
    TurnedRight = 8, ///< needs a quarter turn counter-clockwise
};

/** From a TIFF or EXIF tag value; anything that is not an orientation is Upright. */
Orientation orientationFromTag(unsigned value);

/** From EXIF data ("II*…" or "MM…", with or without "Exif\0\0" before it); damaged data means Upright. */
Orientation orientationFromExif(std::span<const std::byte> exif);

/** True where width and height change places. */
bool swapsSides(Orientation orientation);

/** The picture turned upright. */
cv::Mat turnUpright(const cv::Mat& stored, Orientation orientation);

} // namespace nakama
