#include "core/imaging/codecs/codec.h"

#include <fmt/format.h>

namespace nakama::codecs
{

const Codec& codecOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return jpeg;
    case ImageFormat::Png:
        return png;
    case ImageFormat::WebP:
        return webp;
    case ImageFormat::Gif:
        return gif;
    case ImageFormat::Bmp:
        return bmp;
    case ImageFormat::Tiff:
        break;
    }
    return tiff;
}

tl::unexpected<Error> damaged(ImageFormat format, std::string_view reason)
{
    return fail(ErrorCode::CorruptData,
                fmt::format("this {} picture is damaged ({}); get it again from its source",
                            imageFormatName(format), reason));
}

tl::unexpected<Error> endsEarly(ImageFormat format)
{
    return fail(ErrorCode::CorruptData,
                fmt::format("this {} picture ends early: the file is cut off; get it again from its source",
                            imageFormatName(format)));
}

tl::unexpected<Error> variantNotRead(ImageFormat format, std::string_view what)
{
    return fail(ErrorCode::Unsupported,
                fmt::format("this {} picture is of a kind that is not read ({}); save it as an "
                            "ordinary PNG or JPEG",
                            imageFormatName(format), what));
}

} // namespace nakama::codecs
