#include "core/imaging/decode.h"
#include "tests/unit/imaging/patterns.h"
#include "tests/unit/imaging/sample_files.h"

#include <gtest/gtest.h>

#include <string_view>

namespace nakama
{

namespace
{

using namespace std::string_view_literals;

Result<ImageFormat> sniffed(std::string_view text)
{
    return sniffImageFormat(std::as_bytes(std::span(text)));
}

} // namespace

TEST(Sniff, ThingsThatAreNotReadAreNamed)
{
    const std::pair<std::string_view, std::string_view> cases[]{
        {""sv, "empty"},
        {"\0\0\0\x1c"
         "ftypavif"sv,
         "AVIF"},
        {"\0\0\0\x1c"
         "ftypheic"sv,
         "HEIC"},
        {"\0\0\0\x1c"
         "ftypisom"sv,
         "video"},
        {"\0\0\x01\0\x01\0"sv, "ICO"},
        {"<?xml version='1.0'?>\n<svg xmlns='x'/>"sv, "SVG"},
        {"<!DOCTYPE html><html></html>"sv, "HTML"},
        {"PK\x03\x04zzzz"sv, "zip"},
        {"%PDF-1.4"sv, "PDF"},
        {"8BPS\0\x01"sv, "Photoshop"},
        {"\xFF\x0A\x12"sv, "JPEG XL"},
        {"hello, this is a note"sv, "text"},
        {"BM is how this note begins, and it goes on"sv, "text"},
        {"\x01\x02\x03\x04\x05"sv, "no picture that Nakama knows"},
    };
    for (const auto& [content, named] : cases) {
        const auto format = sniffed(content);
        ASSERT_FALSE(format) << named;
        EXPECT_EQ(format.error().code, ErrorCode::Unsupported);
        EXPECT_NE(format.error().message.find(named), std::string::npos) << format.error().message;
        EXPECT_NE(format.error().message.find(';'), std::string::npos)
            << "no way out: " << format.error().message;
    }
}

TEST(Sniff, EverySampleIsKnown)
{
    for (const auto& file : test::oneFileOfEachKind()) {
        const auto format = sniffImageFormat(file.bytes);
        ASSERT_TRUE(format) << file.name;
        EXPECT_TRUE(file.name.starts_with(imageFormatName(*format))) << file.name;
    }
}

TEST(Sniff, NamesAndEndings)
{
    EXPECT_EQ(imageFormatName(ImageFormat::WebP), "WebP");
    EXPECT_EQ(imageFormatExtension(ImageFormat::Jpeg), "jpg");
    EXPECT_EQ(imageFormatExtension(ImageFormat::Tiff), "tif");
}

} // namespace nakama
