#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/** Files of every format that is read, written by the formats' own libraries (BMP by hand). Throw on failure.
 */
namespace nakama::test
{

using FileBytes = std::vector<std::byte>;

enum class JpegKind { Baseline, Progressive, Gray, Cmyk, Ycck };
FileBytes jpegFile(const cv::Mat& rgb, JpegKind kind = JpegKind::Baseline, const FileBytes& exif = {});

enum class PngKind {
    Rgb,
    Rgba,
    RgbaInterlaced,
    RgbInterlaced,
    Rgba16,
    Gray,
    GrayAlpha,
    Gray16,
    Palette,
    PaletteTransparent,
    RgbColourKey
};
/** picture: RGB, or RGBA for the kinds with alpha; gray kinds take the first channel. */
FileBytes pngFile(const cv::Mat& picture, PngKind kind, const FileBytes& exif = {});

enum class WebpKind { Lossy, Lossless, Animated };
FileBytes webpFile(const cv::Mat& rgba, WebpKind kind, const FileBytes& exif = {});

/** A frame of indices 0…7 (red in steps); index 7 is transparent where asked. */
struct GifLayout
{
    cv::Size screen;
    cv::Rect frame;
    bool interlaced = false;
    bool transparent = false;
};
FileBytes gifFile(const GifLayout& layout);
/** The index that gifFile stores at a place of its frame, and its colour. */
int gifIndex(int x, int y);
cv::Vec3b gifColour(int index);

enum class TiffKind { Rgb, Rgb16, Gray16, Rgba, CmykJpeg, YcbcrJpeg, BilevelG4, Palette, Tiled, Lzw };
FileBytes tiffFile(const cv::Mat& picture, TiffKind kind, int orientation = 1);

struct BmpLayout
{
    int bits = 24;
    bool topDown = false;
    bool runLength = false;
    bool masks565 = false;
    bool alphaMask = false;
    bool core = false; ///< the OS/2 header
};
/** Up to 8 bits: index (x + y) modulo the number of colours, gray palette. */
FileBytes bmpFile(const cv::Mat& picture, const BmpLayout& layout);

/** EXIF data with one entry, the orientation. */
FileBytes exifWithOrientation(int orientation, bool bigEndian = false);

/** Every sample above with a name, for tests that break files. */
struct NamedFile
{
    std::string name;
    FileBytes bytes;
};
std::vector<NamedFile> oneFileOfEachKind();

} // namespace nakama::test
