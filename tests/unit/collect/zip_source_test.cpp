#include "core/collect/zip_source.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nakama
{

using test::must;
using test::ZipItem;

namespace
{

class ZipSourceTest : public ::testing::Test
{
protected:
    std::unique_ptr<ImportSource> open(const std::vector<ZipItem>& items)
    {
        test::writeZip(m_path, items);
        return must(openImportSource(m_path));
    }

    static SourceListing list(ImportSource& source)
    {
        JobContext context;
        return must(source.list(context));
    }

    static std::string content(ImportSource& source, const ImportEntry& entry)
    {
        const auto bytes = must(source.read(entry));
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder / "アーカイブ 1.zip";
};

} // namespace

TEST_F(ZipSourceTest, ReadsStoredAndDeflatedEntriesInAnyOrder)
{
    const std::string large(3'000'000, 'x');
    auto source = open({{"a/", ""},
                        {"a/1.png", "one"},
                        {.name = "a/ルフィ 2.png", .content = large, .method = ZipItem::Method::Deflated},
                        {"b\\3.png", "three"},
                        {"empty.png", ""}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 4u);
    EXPECT_EQ(listing.entries[0].name, "a/1.png");
    EXPECT_EQ(listing.entries[1].name, "a/ルフィ 2.png");
    EXPECT_EQ(listing.entries[2].name, "b/3.png");
    EXPECT_EQ(content(*source, listing.entries[2]), "three");
    EXPECT_EQ(content(*source, listing.entries[0]), "one");
    EXPECT_EQ(content(*source, listing.entries[1]), large);
    EXPECT_EQ(content(*source, listing.entries[3]), "");
    EXPECT_TRUE(listing.skipped.empty());
    EXPECT_EQ(source->name(), "アーカイブ 1");
}

TEST_F(ZipSourceTest, HarmfulNamesAreSkippedWithAReason)
{
    auto source = open({{"../../etc/cron.d/x.png", "x"},
                        {"a/../../x.png", "x"},
                        {"/etc/x.png", "x"},
                        {"C:\\Windows\\x.png", "x"},
                        {"..\\x.png", "x"},
                        {"a/..hidden/x..png", "ok"},
                        {"a/./b//ok.png", "ok"}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 1u);
    EXPECT_EQ(listing.entries[0].name, "a/b/ok.png");
    const auto count = [&](const std::string& reason) {
        return std::count_if(listing.skipped.begin(), listing.skipped.end(),
                             [&](const SkippedFile& skipped) { return skipped.reason == reason; });
    };
    EXPECT_EQ(count("its name leads out of the archive"), 3);
    EXPECT_EQ(count("its name is an absolute path"), 2);
}

TEST_F(ZipSourceTest, NamesThatAreNotUtf8AreShownEscaped)
{
    auto source = open({{.name = "Luffy/\x83\x8B.png", .content = "1", .flags = 0},
                        {.name = "Luffy/é.png", .content = "2", .flags = 0},
                        {.name = std::string("Luffy/a\0b.png", 13), .content = "3"}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 3u);
    EXPECT_EQ(listing.entries[0].name, "Luffy/\\x83\\x8B.png");
    EXPECT_EQ(listing.entries[1].name, "Luffy/é.png");
    EXPECT_EQ(content(*source, listing.entries[0]), "1");
    EXPECT_EQ(listing.entries[2].name.find('\0'), std::string::npos);
}

TEST_F(ZipSourceTest, KindsThatAreNoFilesAreSkipped)
{
    auto source = open({{.name = "link.png", .content = "/etc/passwd", .unixMode = 0120777},
                        {.name = "pipe", .content = "", .unixMode = 0010644},
                        {.name = "secret.png", .content = "123456789012x", .flags = 1},
                        {.name = "dos.png", .content = "ok", .unixMode = 0},
                        {"__MACOSX/._a.png", "x"},
                        {"__MACOSX/._b.png", "x"},
                        {"a/.DS_Store", "x"}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 1u);
    EXPECT_EQ(listing.entries[0].name, "dos.png");
    ASSERT_EQ(listing.skipped.size(), 5u);
    EXPECT_EQ(listing.skipped[0].reason, "a link");
    EXPECT_EQ(listing.skipped[1].reason, "neither a file nor a folder");
    EXPECT_NE(listing.skipped[2].reason.find("encrypted"), std::string::npos);
    EXPECT_EQ(listing.skipped[3].path, (m_path / "__MACOSX").string());
    EXPECT_EQ(listing.skipped[4].path, (m_path / "a/.DS_Store").string());
}

TEST_F(ZipSourceTest, BombsAreSkipped)
{
    auto source = open(
        {{.name = "zeros.png", .content = std::string(40 << 20, '\0'), .method = ZipItem::Method::Deflated},
         {.name = "claims.png", .content = "tiny", .statedBytes = 3'000'000'000u},
         {.name = "flat.bmp", .content = std::string(20 << 20, '\0'), .method = ZipItem::Method::Deflated}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 1u) << "a flat picture of harmless size shrinks as much";
    ASSERT_EQ(listing.skipped.size(), 2u);
    EXPECT_NE(listing.skipped[0].reason.find("bomb"), std::string::npos);
    EXPECT_NE(listing.skipped[1].reason.find("at most 256 MB"), std::string::npos);
}

TEST_F(ZipSourceTest, EntriesThatOverlapAreRefusedAsAWhole)
{
    auto bytes = test::zipBytes({{"a.png", std::string(1000, 'x')}});
    // The list names the one entry five times, as bombs of overlapping files do.
    const auto list = bytes.find("PK\1\2");
    const auto end = bytes.find("PK\5\6");
    const auto one = bytes.substr(list, end - list);
    std::string forged = bytes.substr(0, list);
    for (int i = 0; i < 5; ++i)
        forged += one;
    forged += std::string("PK\5\6\0\0\0\0\5\0\5\0", 12);
    const auto size = static_cast<std::uint32_t>(5 * one.size());
    forged += std::string{static_cast<char>(size & 255), static_cast<char>(size >> 8), 0, 0};
    forged += bytes.substr(end + 16);
    test::writeFile(m_path, forged);
    auto source = must(openImportSource(m_path));
    JobContext context;
    const auto listing = source->list(context);
    ASSERT_FALSE(listing);
    EXPECT_EQ(listing.error().code, ErrorCode::CorruptData);
    EXPECT_NE(listing.error().message.find("overlap"), std::string::npos);
}

TEST_F(ZipSourceTest, DamagedEntriesAreErrorsOfTheirOwn)
{
    auto source = open({{.name = "short.png", .content = "12345", .statedBytes = 9},
                        {.name = "long.png",
                         .content = std::string(5000, 'y'),
                         .method = ZipItem::Method::Deflated,
                         .statedBytes = 100},
                        {.name = "sum.png", .content = "12345", .statedChecksum = 1},
                        {.name = "method.png", .content = "12345", .method = ZipItem::Method::Unknown},
                        {"good.png", "good"}});
    const auto listing = list(*source);
    ASSERT_EQ(listing.entries.size(), 5u);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto content = source->read(listing.entries[i]);
        ASSERT_FALSE(content) << listing.entries[i].name;
        EXPECT_EQ(content.error().code, ErrorCode::CorruptData);
    }
    EXPECT_EQ(content(*source, listing.entries[4]), "good");
}

TEST_F(ZipSourceTest, TruncatedAnywhereIsAnErrorNeverACrash)
{
    const auto whole = test::zipBytes(
        {{"a/1.png", "one"},
         {.name = "b/2.png", .content = std::string(500, 'z'), .method = ZipItem::Method::Deflated}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        test::writeFile(m_path, whole.substr(0, length));
        auto source = openImportSource(m_path);
        if (!source)
            continue;
        JobContext context;
        const auto listing = (*source)->list(context);
        if (!listing)
            continue;
        // Where only the last few bytes are missing, the list may still be whole: then the content is right,
        // or each entry is an error.
        ASSERT_EQ(listing->entries.size(), 2u) << "cut to " << length << " of " << whole.size();
        for (const auto& entry : listing->entries) {
            const auto bytes = (*source)->read(entry);
            EXPECT_TRUE(!bytes || bytes->size() == (entry.name == "a/1.png" ? 3u : 500u));
        }
    }
}

TEST_F(ZipSourceTest, DamagedBytesAreErrorsNeverACrash)
{
    const auto whole = test::zipBytes(
        {{"a/1.png", "one"},
         {.name = "b/2.png", .content = std::string(500, 'z'), .method = ZipItem::Method::Deflated}});
    for (std::size_t position = 0; position < whole.size(); ++position)
        for (const int change : {0x01, 0x80, 0xFF}) {
            auto damaged = whole;
            damaged[position] = static_cast<char>(damaged[position] ^ change);
            test::writeFile(m_path, damaged);
            auto source = openImportSource(m_path);
            if (!source)
                continue;
            JobContext context;
            const auto listing = (*source)->list(context);
            if (!listing)
                continue;
            for (const auto& entry : listing->entries)
                static_cast<void>((*source)->read(entry));
        }
}

TEST_F(ZipSourceTest, OtherFilesAreNoSources)
{
    test::writeFile(m_path, "Rar!\x1A\x07");
    const auto rar = openImportSource(m_path);
    ASSERT_FALSE(rar);
    EXPECT_EQ(rar.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(openImportSource(m_folder / "missing").error().code, ErrorCode::NotFound);
    test::writeZip(m_path, {});
    EXPECT_EQ(openImportSource(m_path).error().message, "the archive is empty");
}

} // namespace nakama
