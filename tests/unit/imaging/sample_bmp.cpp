#include "tests/unit/imaging/sample_files.h"

#include <opencv2/core.hpp>

namespace nakama::test
{

namespace
{

void put(FileBytes& file, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        file.push_back(static_cast<std::byte>(value >> (8 * i)));
}

int indexAt(int x, int y, int bits)
{
    return (x + y) % (1 << bits);
}

std::uint32_t maskedPixel(const cv::Mat& picture, int x, int y, const BmpLayout& layout)
{
    if (picture.channels() == 4) {
        const auto& p = picture.at<cv::Vec4b>(y, x);
        return static_cast<std::uint32_t>(p[3]) << 24 |
               static_cast<std::uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
    }
    const auto& p = picture.at<cv::Vec3b>(y, x);
    if (layout.bits == 32)
        return static_cast<std::uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
    return static_cast<std::uint32_t>(layout.masks565 ? p[0] >> 3 << 11 | p[1] >> 2 << 5 | p[2] >> 3
                                                      : p[0] >> 3 << 10 | p[1] >> 3 << 5 | p[2] >> 3);
}

void putIndexedRow(FileBytes& file, const cv::Mat& picture, int y, int bits)
{
    std::uint32_t value = 0;
    int filled = 0;
    for (int x = 0; x < picture.cols; ++x) {
        value = value << bits | static_cast<std::uint32_t>(indexAt(x, y, bits));
        filled += bits;
        if (filled == 8 || x + 1 == picture.cols) {
            put(file, value << (8 - filled) & 0xFF, 1);
            value = 0;
            filled = 0;
        }
    }
}

/** Alternates literal stretches and runs of one, so that both codes are read. */
void putRunLengthRow(FileBytes& file, const cv::Mat& picture, int y, int bits)
{
    int x = 0;
    while (x < picture.cols) {
        if (picture.cols - x >= 4) {
            put(file, 0, 1);
            put(file, 4, 1);
            for (int i = 0; i < 4; i += 8 / bits)
                put(file,
                    static_cast<std::uint32_t>(bits == 8
                                                   ? indexAt(x + i, y, 8)
                                                   : indexAt(x + i, y, 4) << 4 | indexAt(x + i + 1, y, 4)),
                    1);
            x += 4;
        }
        if (x < picture.cols) {
            put(file, 1, 1);
            put(file, static_cast<std::uint32_t>(bits == 8 ? indexAt(x, y, 8) : indexAt(x, y, 4) << 4), 1);
            ++x;
        }
    }
    put(file, 0, 2); // end of line
}

void putRow(FileBytes& file, const cv::Mat& picture, int y, const BmpLayout& layout)
{
    if (layout.runLength)
        return putRunLengthRow(file, picture, y, layout.bits);
    const std::size_t start = file.size();
    if (layout.bits <= 8)
        putIndexedRow(file, picture, y, layout.bits);
    else
        for (int x = 0; x < picture.cols; ++x) {
            if (layout.bits == 24)
                for (const int c : {2, 1, 0})
                    put(file, picture.at<cv::Vec3b>(y, x)[c], 1);
            else
                put(file, maskedPixel(picture, x, y, layout), layout.bits / 8);
        }
    while ((file.size() - start) % 4 != 0)
        put(file, 0, 1);
}

} // namespace

FileBytes bmpFile(const cv::Mat& picture, const BmpLayout& layout)
{
    const bool masked = layout.masks565 || layout.alphaMask;
    const int colours = layout.bits <= 8 ? 1 << layout.bits : 0;
    const std::uint32_t headerSize = layout.core ? 12 : layout.alphaMask ? 56 : 40;
    const std::uint32_t extra = layout.masks565 ? 12 : 0;
    FileBytes file;
    put(file, 0x4D42, 2);
    put(file, 0, 4);
    put(file, 0, 4);
    put(file, 14 + headerSize + extra + static_cast<std::uint32_t>(colours) * (layout.core ? 3 : 4), 4);
    put(file, headerSize, 4);
    put(file, static_cast<std::uint32_t>(picture.cols), layout.core ? 2 : 4);
    put(file, static_cast<std::uint32_t>(layout.topDown ? -picture.rows : picture.rows), layout.core ? 2 : 4);
    put(file, 1, 2);
    put(file, static_cast<std::uint32_t>(layout.bits), 2);
    if (!layout.core) {
        put(file, masked ? 3 : layout.runLength ? (layout.bits == 8 ? 1 : 2) : 0, 4);
        for (int field = 0; field < 5; ++field)
            put(file, 0, 4);
    }
    if (layout.masks565)
        for (const std::uint32_t mask : {0xF800u, 0x07E0u, 0x001Fu})
            put(file, mask, 4);
    if (layout.alphaMask)
        for (const std::uint32_t mask : {0xFF0000u, 0xFF00u, 0xFFu, 0xFF000000u})
            put(file, mask, 4);
    for (int i = 0; i < colours; ++i) {
        const auto gray = static_cast<std::uint32_t>(255 * i / (colours - 1));
        put(file, gray | gray << 8 | gray << 16, layout.core ? 3 : 4);
    }
    for (int row = 0; row < picture.rows; ++row)
        putRow(file, picture, layout.topDown ? row : picture.rows - 1 - row, layout);
    if (layout.runLength)
        put(file, 0x0100, 2); // end of picture
    return file;
}

} // namespace nakama::test
