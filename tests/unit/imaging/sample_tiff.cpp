#include "tests/unit/imaging/sample_files.h"

#include <opencv2/core.hpp>
#include <tiffio.h>

#include <cstring>
#include <stdexcept>

namespace nakama::test
{

namespace
{

/** A file in memory for libtiff. */
struct Memory
{
    FileBytes bytes;
    std::size_t at = 0;

    static Memory& of(thandle_t handle) { return *static_cast<Memory*>(handle); }

    static tmsize_t read(thandle_t handle, void* target, tmsize_t size)
    {
        Memory& memory = of(handle);
        const std::size_t given = std::min(static_cast<std::size_t>(size), memory.bytes.size() - memory.at);
        std::memcpy(target, memory.bytes.data() + memory.at, given);
        memory.at += given;
        return static_cast<tmsize_t>(given);
    }
    static tmsize_t write(thandle_t handle, void* source, tmsize_t size)
    {
        Memory& memory = of(handle);
        const auto count = static_cast<std::size_t>(size);
        memory.bytes.resize(std::max(memory.bytes.size(), memory.at + count));
        std::memcpy(memory.bytes.data() + memory.at, source, count);
        memory.at += count;
        return size;
    }
    static toff_t seek(thandle_t handle, toff_t offset, int whence)
    {
        Memory& memory = of(handle);
        memory.at = offset + (whence == SEEK_CUR ? memory.at : whence == SEEK_END ? memory.bytes.size() : 0);
        return memory.at;
    }
    static int close(thandle_t) { return 0; }
    static toff_t size(thandle_t handle) { return of(handle).bytes.size(); }
};

struct Shape
{
    int samples = 3;
    int bits = 8;
    int photometric = PHOTOMETRIC_RGB;
    int compression = COMPRESSION_NONE;
};

Shape shapeOf(TiffKind kind)
{
    switch (kind) {
    case TiffKind::Rgb:
    case TiffKind::Tiled:
        return {};
    case TiffKind::Rgb16:
        return {3, 16};
    case TiffKind::Gray16:
        return {1, 16, PHOTOMETRIC_MINISBLACK, COMPRESSION_ADOBE_DEFLATE};
    case TiffKind::Rgba:
        return {4};
    case TiffKind::CmykJpeg:
        return {4, 8, PHOTOMETRIC_SEPARATED, COMPRESSION_JPEG};
    case TiffKind::YcbcrJpeg:
        return {3, 8, PHOTOMETRIC_YCBCR, COMPRESSION_JPEG};
    case TiffKind::BilevelG4:
        return {1, 1, PHOTOMETRIC_MINISWHITE, COMPRESSION_CCITTFAX4};
    case TiffKind::Palette:
        return {1, 8, PHOTOMETRIC_PALETTE};
    case TiffKind::Lzw:
        break;
    }
    return {3, 8, PHOTOMETRIC_RGB, COMPRESSION_LZW};
}

/** The samples of a kind: ink amounts for CMYK, one bit a pixel (first channel over 127 is white) for G4. */
cv::Mat samplesOf(const cv::Mat& picture, TiffKind kind)
{
    cv::Mat samples = picture.clone();
    if (kind == TiffKind::Rgb16)
        picture.convertTo(samples, CV_16U, 257);
    if (kind == TiffKind::Gray16 || kind == TiffKind::Palette)
        cv::extractChannel(picture, samples, 0);
    if (kind == TiffKind::Gray16)
        samples.convertTo(samples, CV_16U, 257);
    if (kind == TiffKind::CmykJpeg) {
        samples = cv::Mat(picture.size(), CV_8UC4, cv::Scalar::all(0));
        const cv::Mat inks = cv::Scalar::all(255) - picture;
        cv::mixChannels({inks}, {samples}, {0, 0, 1, 1, 2, 2});
    }
    if (kind == TiffKind::BilevelG4) {
        samples = cv::Mat(picture.rows, (picture.cols + 7) / 8, CV_8UC1, cv::Scalar::all(0));
        for (int y = 0; y < picture.rows; ++y)
            for (int x = 0; x < picture.cols; ++x)
                if (picture.at<cv::Vec3b>(y, x)[0] <= 127)
                    samples.at<uchar>(y, x / 8) |= static_cast<uchar>(0x80 >> x % 8);
    }
    return samples;
}

void setTags(TIFF* tiff, const cv::Mat& picture, TiffKind kind, int orientation)
{
    const Shape shape = shapeOf(kind);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, picture.cols);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, picture.rows);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, shape.samples);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, shape.bits);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, shape.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, shape.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation);
    if (kind == TiffKind::Tiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
    }
    if (shape.compression == COMPRESSION_JPEG) {
        TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 97);
        if (shape.photometric == PHOTOMETRIC_YCBCR)
            TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    const std::uint16_t unassociated[]{EXTRASAMPLE_UNASSALPHA};
    if (kind == TiffKind::Rgba)
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, unassociated);
    if (kind == TiffKind::Palette) {
        std::vector<std::uint16_t> red(256);
        std::vector<std::uint16_t> zero(256);
        for (int i = 0; i < 256; ++i)
            red[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(257 * i);
        TIFFSetField(tiff, TIFFTAG_COLORMAP, red.data(), zero.data(), zero.data());
    }
}

void writeTiles(TIFF* tiff, const cv::Mat& samples)
{
    for (int y = 0; y < samples.rows; y += 16)
        for (int x = 0; x < samples.cols; x += 16) {
            cv::Mat tile(16, 16, samples.type(), cv::Scalar::all(0));
            const cv::Rect part = cv::Rect(x, y, 16, 16) & cv::Rect({}, samples.size());
            samples(part).copyTo(tile(cv::Rect({}, part.size())));
            TIFFWriteTile(tiff, tile.data, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0,
                          0);
        }
}

} // namespace

FileBytes tiffFile(const cv::Mat& picture, TiffKind kind, int orientation)
{
    Memory memory;
    TIFF* tiff = TIFFClientOpen("sample", "w", &memory, Memory::read, Memory::write, Memory::seek,
                                Memory::close, Memory::size, nullptr, nullptr);
    if (!tiff)
        throw std::runtime_error("libtiff could not open the sample");
    setTags(tiff, picture, kind, orientation);
    cv::Mat samples = samplesOf(picture, kind);
    if (kind == TiffKind::Tiled)
        writeTiles(tiff, samples);
    else
        for (int y = 0; y < samples.rows; ++y)
            if (TIFFWriteScanline(tiff, samples.ptr(y), static_cast<std::uint32_t>(y), 0) != 1)
                throw std::runtime_error("libtiff could not write a row");
    TIFFClose(tiff);
    return std::move(memory.bytes);
}

} // namespace nakama::test
