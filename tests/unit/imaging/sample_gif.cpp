#include "tests/unit/imaging/sample_files.h"

#include <gif_lib.h>
#include <opencv2/core.hpp>

#include <span>
#include <stdexcept>

namespace nakama::test
{

int gifIndex(int x, int y)
{
    return (x / 2 + y) % 8;
}

cv::Vec3b gifColour(int index)
{
    return {static_cast<uchar>(32 * index), 10, 200};
}

FileBytes gifFile(const GifLayout& layout)
{
    FileBytes file;
    int error = 0;
    const auto append = [](GifFileType* gif, const GifByteType* data, int size) {
        const auto bytes = std::as_bytes(std::span(data, static_cast<std::size_t>(size)));
        auto& target = *static_cast<FileBytes*>(gif->UserData);
        target.insert(target.end(), bytes.begin(), bytes.end());
        return size;
    };
    GifFileType* gif = EGifOpen(&file, append, &error);
    GifColorType colours[8];
    for (int i = 0; i < 8; ++i)
        colours[i] = {gifColour(i)[0], gifColour(i)[1], gifColour(i)[2]};
    ColorMapObject* map = GifMakeMapObject(8, colours);
    EGifSetGifVersion(gif, true);
    EGifPutScreenDesc(gif, layout.screen.width, layout.screen.height, 3, 0, map);
    if (layout.transparent) {
        const GraphicsControlBlock control{DISPOSAL_UNSPECIFIED, false, 10, 7};
        GifByteType block[4];
        EGifGCBToExtension(&control, block);
        EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, block);
    }
    const cv::Rect& frame = layout.frame;
    EGifPutImageDesc(gif, frame.x, frame.y, frame.width, frame.height, layout.interlaced, nullptr);
    std::vector<GifPixelType> row(static_cast<std::size_t>(frame.width));
    const int starts[]{0, 4, 2, 1};
    const int steps[]{8, 8, 4, 2};
    for (int pass = 0; pass < (layout.interlaced ? 4 : 1); ++pass)
        for (int y = layout.interlaced ? starts[pass] : 0; y < frame.height;
             y += layout.interlaced ? steps[pass] : 1) {
            for (int x = 0; x < frame.width; ++x)
                row[static_cast<std::size_t>(x)] = static_cast<GifPixelType>(gifIndex(x, y));
            if (EGifPutLine(gif, row.data(), frame.width) == GIF_ERROR)
                throw std::runtime_error("giflib could not write a row");
        }
    GifFreeMapObject(map);
    EGifCloseFile(gif, &error);
    return file;
}

} // namespace nakama::test
