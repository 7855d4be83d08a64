#include "tests/unit/imaging/sample_files.h"

#include "tests/unit/imaging/patterns.h"

#include <span>

namespace nakama::test
{

FileBytes exifWithOrientation(int orientation, bool bigEndian)
{
    FileBytes exif;
    const auto put = [&](unsigned value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            exif.push_back(static_cast<std::byte>(value >> (8 * (bigEndian ? bytes - 1 - i : i))));
    };
    put(bigEndian ? 0x4D4D : 0x4949, 2);
    put(42, 2);
    put(8, 4);
    put(1, 2);
    put(0x0112, 2);
    put(3, 2);
    put(1, 4);
    put(static_cast<unsigned>(orientation), 2);
    put(0, 2);
    put(0, 4);
    return exif;
}

std::vector<NamedFile> oneFileOfEachKind()
{
    const cv::Mat rgb = smooth(61, 43);
    const cv::Mat rgba = smoothWithAlpha(61, 43);
    const FileBytes exif = exifWithOrientation(6);
    return {
        {"JPEG baseline", jpegFile(rgb, JpegKind::Baseline, exif)},
        {"JPEG progressive", jpegFile(rgb, JpegKind::Progressive)},
        {"JPEG gray", jpegFile(rgb, JpegKind::Gray)},
        {"JPEG CMYK", jpegFile(rgb, JpegKind::Cmyk)},
        {"JPEG YCCK", jpegFile(rgb, JpegKind::Ycck)},
        {"PNG RGB", pngFile(rgb, PngKind::Rgb, exif)},
        {"PNG RGBA", pngFile(rgba, PngKind::Rgba)},
        {"PNG RGBA interlaced", pngFile(rgba, PngKind::RgbaInterlaced)},
        {"PNG RGBA 16 bit", pngFile(rgba, PngKind::Rgba16)},
        {"PNG palette", pngFile(rgb, PngKind::PaletteTransparent)},
        {"WebP lossy", webpFile(rgba, WebpKind::Lossy, exif)},
        {"WebP lossless", webpFile(rgba, WebpKind::Lossless)},
        {"WebP animated", webpFile(rgba, WebpKind::Animated)},
        {"GIF", gifFile({{61, 43}, {2, 3, 50, 40}, true, true})},
        {"BMP 1", bmpFile(rgb, {.bits = 1})},
        {"BMP 8 run length", bmpFile(rgb, {.bits = 8, .runLength = true})},
        {"BMP 4 run length", bmpFile(rgb, {.bits = 4, .runLength = true})},
        {"BMP 16", bmpFile(rgb, {.bits = 16, .masks565 = true})},
        {"BMP 24", bmpFile(rgb, {.bits = 24, .topDown = true})},
        {"BMP 32", bmpFile(rgba, {.bits = 32, .alphaMask = true})},
        {"TIFF RGB", tiffFile(rgb, TiffKind::Rgb, 6)},
        {"TIFF RGBA", tiffFile(rgba, TiffKind::Rgba)},
        {"TIFF 16 bit", tiffFile(rgb, TiffKind::Rgb16)},
        {"TIFF CMYK JPEG", tiffFile(rgb, TiffKind::CmykJpeg)},
        {"TIFF YCbCr JPEG", tiffFile(rgb, TiffKind::YcbcrJpeg)},
        {"TIFF G4", tiffFile(rgb, TiffKind::BilevelG4)},
        {"TIFF tiled", tiffFile(rgb, TiffKind::Tiled)},
        {"TIFF LZW", tiffFile(rgb, TiffKind::Lzw)},
    };
}

} // namespace nakama::test
