#include "core/imaging/codecs/codec.h"

#include <gif_lib.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace nakama::codecs
{

namespace
{

/** giflib's object, read up to the first frame. */
class Reader
{
public:
    explicit Reader(Bytes bytes) : m_rest(bytes) {}
    ~Reader()
    {
        if (m_gif)
            DGifCloseFile(m_gif, nullptr);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    GifFileType& gif() const { return *m_gif; }
    cv::Rect frame() const
    {
        return {m_gif->Image.Left, m_gif->Image.Top, m_gif->Image.Width, m_gif->Image.Height};
    }
    /** The screen, grown where the first frame reaches beyond it, as browsers do. */
    cv::Size canvas() const
    {
        return {std::max(m_gif->SWidth, frame().br().x), std::max(m_gif->SHeight, frame().br().y)};
    }
    int transparentIndex() const { return m_transparentIndex; }

    Result<void> readUpToFirstFrame()
    {
        int error = 0;
        m_gif = DGifOpen(this, onRead, &error);
        if (!m_gif)
            return failure(error);
        for (;;) {
            GifRecordType record{};
            if (DGifGetRecordType(m_gif, &record) == GIF_ERROR)
                return failure(m_gif->Error);
            if (record == IMAGE_DESC_RECORD_TYPE)
                return DGifGetImageHeader(m_gif) == GIF_ERROR ? Result<void>(failure(m_gif->Error))
                                                              : Result<void>();
            if (record == TERMINATE_RECORD_TYPE)
                return damaged(ImageFormat::Gif, "it holds no frame");
            if (record == EXTENSION_RECORD_TYPE)
                NAKAMA_CHECK(readExtension());
        }
    }

    tl::unexpected<Error> failure(int code) const
    {
        if (m_ranOut)
            return endsEarly(ImageFormat::Gif);
        const char* reason = GifErrorString(code);
        return damaged(ImageFormat::Gif, reason ? reason : "its data make no sense");
    }

private:
    static int onRead(GifFileType* gif, GifByteType* target, int size)
    {
        auto& self = *static_cast<Reader*>(gif->UserData);
        const std::size_t given = std::min(self.m_rest.size(), static_cast<std::size_t>(size));
        self.m_ranOut = self.m_ranOut || given < static_cast<std::size_t>(size);
        if (given > 0)
            std::memcpy(target, self.m_rest.data(), given);
        self.m_rest = self.m_rest.subspan(given);
        return static_cast<int>(given);
    }

    Result<void> readExtension()
    {
        int code = 0;
        GifByteType* block = nullptr;
        if (DGifGetExtension(m_gif, &code, &block) == GIF_ERROR)
            return failure(m_gif->Error);
        while (block) {
            GraphicsControlBlock control{};
            if (code == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
                m_transparentIndex = control.TransparentColor;
            if (DGifGetExtensionNext(m_gif, &block) == GIF_ERROR)
                return failure(m_gif->Error);
        }
        return {};
    }

    Bytes m_rest;
    GifFileType* m_gif = nullptr;
    int m_transparentIndex = NO_TRANSPARENT_COLOR;
    bool m_ranOut = false;
};

/** The picture's rows in the order in which the file has them. */
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> order;
    if (interlaced) {
        constexpr int starts[] = {0, 4, 2, 1};
        constexpr int steps[] = {8, 8, 4, 2};
        for (int pass = 0; pass < 4; ++pass)
            for (int y = starts[pass]; y < height; y += steps[pass])
                order.push_back(y);
        return order;
    }
    for (int y = 0; y < height; ++y)
        order.push_back(y);
    return order;
}

void paintRow(const std::vector<GifPixelType>& indices, const ColorMapObject& colours, int transparentIndex,
              std::uint8_t* rgb)
{
    for (std::size_t x = 0; x < indices.size(); ++x, rgb += 3) {
        if (indices[x] == transparentIndex)
            continue;
        // An index without a colour is black, as in Pillow.
        const GifColorType colour =
            indices[x] < colours.ColorCount ? colours.Colors[indices[x]] : GifColorType{0, 0, 0};
        rgb[0] = colour.Red;
        rgb[1] = colour.Green;
        rgb[2] = colour.Blue;
    }
}

Result<Header> readHeader(Bytes bytes)
{
    Reader reader(bytes);
    NAKAMA_CHECK(reader.readUpToFirstFrame());
    return Header{reader.canvas().width, reader.canvas().height};
}

Result<cv::Mat> readPixels(Bytes bytes, const Header&, int)
{
    Reader reader(bytes);
    NAKAMA_CHECK(reader.readUpToFirstFrame());
    GifFileType& gif = reader.gif();
    const ColorMapObject* colours = gif.Image.ColorMap ? gif.Image.ColorMap : gif.SColorMap;
    if (reader.frame().empty())
        return damaged(ImageFormat::Gif, "its first frame has no pixels");
    if (!colours)
        return damaged(ImageFormat::Gif, "it has no colour table");

    cv::Mat rgb(reader.canvas(), CV_8UC3, cv::Scalar::all(255));
    cv::Mat target = rgb(reader.frame());
    std::vector<GifPixelType> indices(static_cast<std::size_t>(target.cols));
    for (const int y : rowOrder(target.rows, gif.Image.Interlace)) {
        if (DGifGetLine(&gif, indices.data(), target.cols) == GIF_ERROR)
            return reader.failure(gif.Error);
        paintRow(indices, *colours, reader.transparentIndex(), target.ptr(y));
    }
    return rgb;
}

} // namespace

const Codec gif{readHeader, readPixels};

} // namespace nakama::codecs
