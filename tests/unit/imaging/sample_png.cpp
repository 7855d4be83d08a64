#include "tests/unit/imaging/sample_files.h"

#include <opencv2/core.hpp>
#include <png.h>

#include <span>
#include <stdexcept>

namespace nakama::test
{

namespace
{

struct Shape
{
    int bits;
    int colourType;
    int interlace = PNG_INTERLACE_NONE;
};

Shape shapeOf(PngKind kind)
{
    switch (kind) {
    case PngKind::Rgb:
    case PngKind::RgbColourKey:
        return {8, PNG_COLOR_TYPE_RGB};
    case PngKind::RgbInterlaced:
        return {8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7};
    case PngKind::Rgba:
        return {8, PNG_COLOR_TYPE_RGBA};
    case PngKind::RgbaInterlaced:
        return {8, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_ADAM7};
    case PngKind::Rgba16:
        return {16, PNG_COLOR_TYPE_RGBA};
    case PngKind::Gray:
        return {8, PNG_COLOR_TYPE_GRAY};
    case PngKind::Gray16:
        return {16, PNG_COLOR_TYPE_GRAY};
    case PngKind::GrayAlpha:
        return {8, PNG_COLOR_TYPE_GRAY_ALPHA};
    case PngKind::Palette:
    case PngKind::PaletteTransparent:
        break;
    }
    return {4, PNG_COLOR_TYPE_PALETTE};
}

/** The bytes of the rows as the kind stores them; palette kinds store index x modulo 16. */
cv::Mat rowsOf(const cv::Mat& picture, PngKind kind)
{
    cv::Mat rows = picture;
    if (kind == PngKind::Gray || kind == PngKind::Gray16)
        cv::extractChannel(picture, rows, 0);
    if (kind == PngKind::GrayAlpha) {
        rows = cv::Mat(picture.size(), CV_8UC2);
        cv::mixChannels({picture}, {rows}, {0, 0, 3, 1});
    }
    if (kind == PngKind::Gray16 || kind == PngKind::Rgba16)
        rows.convertTo(rows, CV_16U, 257);
    if (kind == PngKind::Palette || kind == PngKind::PaletteTransparent) {
        rows = cv::Mat(picture.size(), CV_8UC1);
        for (int y = 0; y < rows.rows; ++y)
            for (int x = 0; x < rows.cols; ++x)
                rows.at<uchar>(y, x) = static_cast<uchar>(x % 16);
    }
    return rows.clone();
}

void append(png_structp png, png_bytep data, std::size_t size)
{
    auto& file = *static_cast<FileBytes*>(png_get_io_ptr(png));
    const auto bytes = std::as_bytes(std::span(data, size));
    file.insert(file.end(), bytes.begin(), bytes.end());
}

} // namespace

FileBytes pngFile(const cv::Mat& picture, PngKind kind, const FileBytes& exif)
{
    FileBytes file;
    png_structp png = png_create_write_struct(
        PNG_LIBPNG_VER_STRING, nullptr, [](png_structp, png_const_charp) { std::abort(); }, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, append, nullptr);
    const Shape shape = shapeOf(kind);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.cols), static_cast<png_uint_32>(picture.rows),
                 shape.bits, shape.colourType, shape.interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_color palette[16];
    for (int i = 0; i < 16; ++i)
        palette[i] = {static_cast<png_byte>(16 * i), static_cast<png_byte>(255 - 16 * i), 77};
    if (shape.colourType == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 16);
    png_byte alphas[2]{0, 128};
    if (kind == PngKind::PaletteTransparent)
        png_set_tRNS(png, info, alphas, 2, nullptr);
    const auto& corner = picture.channels() == 3 ? picture.at<cv::Vec3b>(0, 0) : cv::Vec3b();
    png_color_16 key{0, corner[0], corner[1], corner[2], 0};
    if (kind == PngKind::RgbColourKey)
        png_set_tRNS(png, info, nullptr, 0, &key);
    if (!exif.empty()) {
        FileBytes copy = exif;
        png_set_eXIf_1(png, info, static_cast<png_uint_32>(copy.size()),
                       reinterpret_cast<png_bytep>(copy.data()));
    }
    png_write_info(png, info);
    if (shape.bits == 16)
        png_set_swap(png);
    if (shape.bits < 8)
        png_set_packing(png);
    cv::Mat rows = rowsOf(picture, kind);
    std::vector<png_bytep> pointers;
    for (int y = 0; y < rows.rows; ++y)
        pointers.push_back(rows.ptr(y));
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

} // namespace nakama::test
