#include "tests/unit/imaging/sample_files.h"

#include <opencv2/core.hpp>

// clang-format off
#include <cstdio>
#include <jpeglib.h>
// clang-format on

#include <cstdlib>
#include <span>
#include <stdexcept>

namespace nakama::test
{

namespace
{

/** The four inks of a picture, inverted as Adobe's programs store them: 255 means no ink. */
cv::Mat invertedCmyk(const cv::Mat& rgb)
{
    cv::Mat cmyk(rgb.size(), CV_8UC4);
    for (int y = 0; y < rgb.rows; ++y)
        for (int x = 0; x < rgb.cols; ++x) {
            const auto& p = rgb.at<cv::Vec3b>(y, x);
            cmyk.at<cv::Vec4b>(y, x) = {p[0], p[1], p[2], 255};
        }
    return cmyk;
}

} // namespace

FileBytes jpegFile(const cv::Mat& rgb, JpegKind kind, const FileBytes& exif)
{
    const bool fourInks = kind == JpegKind::Cmyk || kind == JpegKind::Ycck;
    cv::Mat source = fourInks ? invertedCmyk(rgb) : rgb;
    if (kind == JpegKind::Gray)
        cv::extractChannel(rgb, source, 0);

    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    errors.error_exit = [](j_common_ptr) { std::abort(); };
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = static_cast<JDIMENSION>(source.cols);
    info.image_height = static_cast<JDIMENSION>(source.rows);
    info.input_components = source.channels();
    info.in_color_space = fourInks ? JCS_CMYK : kind == JpegKind::Gray ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info);
    if (kind == JpegKind::Ycck)
        jpeg_set_colorspace(&info, JCS_YCCK);
    if (kind == JpegKind::Cmyk)
        info.write_Adobe_marker = TRUE;
    if (kind == JpegKind::Progressive)
        jpeg_simple_progression(&info);
    jpeg_set_quality(&info, 97, TRUE);
    jpeg_start_compress(&info, TRUE);
    if (!exif.empty()) {
        FileBytes marker;
        for (const char c : {'E', 'x', 'i', 'f', '\0', '\0'})
            marker.push_back(static_cast<std::byte>(c));
        marker.insert(marker.end(), exif.begin(), exif.end());
        jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(marker.data()),
                          static_cast<unsigned>(marker.size()));
    }
    for (int y = 0; y < source.rows; ++y) {
        JSAMPROW row = source.ptr(y);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    const auto bytes = std::as_bytes(std::span(buffer, size));
    FileBytes file(bytes.begin(), bytes.end());
    jpeg_destroy_compress(&info);
    std::free(buffer);
    return file;
}

} // namespace nakama::test
