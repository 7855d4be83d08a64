#include "core/imaging/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace nakama
{

namespace
{

using namespace std::string_view_literals;

constexpr std::string_view jpegStart = "\xFF\xD8\xFF"sv;
/** How far a JPEG may be hidden behind junk (a web server's header lines, a broken download tool's bytes). */
constexpr std::size_t maxJunkBytes = 4096;

struct Signature
{
    std::size_t offset;
    std::string_view bytes;
    std::string_view what;
    std::string_view wayOut;
};

constexpr std::string_view convertIt = "convert it to PNG or JPEG";
constexpr std::string_view importIt = "unpack it, or import it as an archive";
constexpr std::string_view leaveIt = "it is not a picture; leave it out";

/** What people put among pictures, and what they can do about it; the first match counts. */
constexpr std::array unsupported{
    Signature{4, "ftypavif"sv, "an AVIF picture", convertIt},
    Signature{4, "ftypavis"sv, "an AVIF animation", convertIt},
    Signature{4, "ftyphei"sv, "a HEIC picture", convertIt},
    Signature{4, "ftyphev"sv, "a HEIC animation", convertIt},
    Signature{4, "ftypmif1"sv, "a HEIF or AVIF picture", convertIt},
    Signature{4, "ftypmsf1"sv, "a HEIF animation", convertIt},
    Signature{4, "ftypcrx"sv, "a camera raw picture", convertIt},
    Signature{4, "ftyp"sv, "a video", "save a frame of it as PNG or JPEG"},
    Signature{0, "\x1A\x45\xDF\xA3"sv, "a video", "save a frame of it as PNG or JPEG"},
    Signature{0, "\0\0\x01\0"sv, "an icon file (ICO)", convertIt},
    Signature{0, "\0\0\x02\0"sv, "a cursor file (CUR)", convertIt},
    Signature{0, "\xFF\x0A"sv, "a JPEG XL picture", convertIt},
    Signature{0, "\0\0\0\x0CJXL "sv, "a JPEG XL picture", convertIt},
    Signature{0, "\0\0\0\x0CjP  "sv, "a JPEG 2000 picture", convertIt},
    Signature{0, "\xFF\x4F\xFF\x51"sv, "a JPEG 2000 picture", convertIt},
    Signature{0, "8BPS"sv, "a Photoshop file", convertIt},
    Signature{0, "gimp xcf"sv, "a GIMP file", convertIt},
    Signature{0, "qoif"sv, "a QOI picture", convertIt},
    Signature{0, "\x76\x2F\x31\x01"sv, "an OpenEXR picture", convertIt},
    Signature{0, "DDS "sv, "a DDS texture", convertIt},
    Signature{0, "%PDF"sv, "a PDF file", "save its pictures as PNG or JPEG"},
    Signature{0, "%!PS"sv, "a PostScript file", convertIt},
    Signature{0, "PK\x03\x04"sv, "a zip archive", importIt},
    Signature{0, "PK\x05\x06"sv, "an empty zip archive", leaveIt},
    Signature{0, "\x1F\x8B"sv, "a gzip archive", importIt},
    Signature{0, "Rar!\x1A"sv, "a RAR archive", importIt},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive", importIt},
    Signature{0,
              "\0\0\0\x01"
              "Bud1"sv,
              "a macOS folder file (.DS_Store)", leaveIt},
    Signature{0, "SQLite format 3"sv, "a database", leaveIt},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "a program", leaveIt},
    Signature{0, "version https://git-lfs"sv, "a git-lfs pointer", "fetch the real file with `git lfs pull`"},
};

bool has(std::string_view text, std::size_t offset, std::string_view bytes)
{
    return text.size() >= offset && text.substr(offset).starts_with(bytes);
}

bool isBmp(std::string_view text)
{
    // "BM" alone also begins plain text; the size of the second header is one of few.
    constexpr std::array<unsigned, 7> headerSizes{12, 40, 52, 56, 64, 108, 124};
    if (!text.starts_with("BM") || text.size() < 18 || text[15] != 0 || text[16] != 0 || text[17] != 0)
        return false;
    return std::ranges::find(headerSizes, static_cast<unsigned char>(text[14])) != headerSizes.end();
}

bool isTiff(std::string_view text)
{
    return text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv) || text.starts_with("II+\0"sv) ||
           text.starts_with("MM\0+"sv);
}

/** A JPEG behind some junk: a start marker that a usual first segment follows. */
bool hasHiddenJpeg(std::string_view text)
{
    const std::size_t at = text.substr(0, maxJunkBytes).find(jpegStart);
    if (at == std::string_view::npos || at + 3 >= text.size())
        return false;
    const auto marker = static_cast<unsigned char>(text[at + 3]);
    return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xDB || marker == 0xC4 || marker == 0xFE;
}

/** Markup and plain text, by its first bytes; empty where they are neither. */
std::string_view kindOfText(std::string_view text)
{
    std::string head(text.substr(0, 1024));
    if (std::ranges::any_of(head,
                            [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t'; }))
        return {};
    std::ranges::transform(head, head.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (head.find("<svg") != std::string::npos)
        return "an SVG drawing";
    if (head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos)
        return "a web page (HTML)";
    return "a text file";
}

tl::unexpected<Error> refuse(std::string_view what, std::string_view wayOut)
{
    return fail(ErrorCode::Unsupported, fmt::format("this is {}; {}", what, wayOut));
}

} // namespace

std::string_view imageFormatName(ImageFormat format)
{
    constexpr std::array names{"JPEG"sv, "PNG"sv, "WebP"sv, "GIF"sv, "BMP"sv, "TIFF"sv};
    return names[static_cast<std::size_t>(format)];
}

std::string_view imageFormatExtension(ImageFormat format)
{
    constexpr std::array endings{"jpg"sv, "png"sv, "webp"sv, "gif"sv, "bmp"sv, "tif"sv};
    return endings[static_cast<std::size_t>(format)];
}

Result<ImageFormat> sniffImageFormat(std::span<const std::byte> bytes)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.empty())
        return fail(ErrorCode::Unsupported, "the file is empty; get it again from its source");
    if (text.starts_with(jpegStart))
        return ImageFormat::Jpeg;
    if (text.starts_with("\x89PNG\r\n\x1A\n"sv))
        return ImageFormat::Png;
    if (text.starts_with("RIFF") && has(text, 8, "WEBP"))
        return ImageFormat::WebP;
    if (text.starts_with("GIF87a") || text.starts_with("GIF89a"))
        return ImageFormat::Gif;
    if (isTiff(text))
        return ImageFormat::Tiff;
    if (isBmp(text))
        return ImageFormat::Bmp;
    for (const Signature& signature : unsupported)
        if (has(text, signature.offset, signature.bytes))
            return refuse(signature.what, signature.wayOut);
    if (hasHiddenJpeg(text))
        return ImageFormat::Jpeg;
    if (const std::string_view kind = kindOfText(text); !kind.empty())
        return refuse(kind, kind == "an SVG drawing" ? convertIt : leaveIt);
    return refuse("no picture that Nakama knows (JPEG, PNG, WebP, GIF, BMP, TIFF)",
                  "convert it to PNG or JPEG, or leave it out");
}

} // namespace nakama
