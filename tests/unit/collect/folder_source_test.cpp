#include "core/collect/folder_source.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nakama
{

namespace fs = std::filesystem;

namespace
{

class FolderSourceTest : public ::testing::Test
{
protected:
    SourceListing list()
    {
        JobContext context;
        return test::must(m_source.list(context));
    }

    static std::vector<std::string> namesOf(const SourceListing& listing)
    {
        std::vector<std::string> names;
        for (const auto& entry : listing.entries)
            names.push_back(entry.name);
        return names;
    }

    std::string reasonOf(const SourceListing& listing, const std::string& name) const
    {
        for (const auto& skipped : listing.skipped)
            if (skipped.path == (m_root / name).string())
                return skipped.reason;
        return {};
    }

    using Names = std::vector<std::string>;
    test::TemporaryFolder m_folder;
    fs::path m_root = m_folder / "root";
    FolderSource m_source{m_root};
};

} // namespace

TEST_F(FolderSourceTest, ListsAllFilesSorted)
{
    const std::string longName(200, 'x');
    for (const auto& name :
         {std::string("b/2.png"), std::string("b/1.png"), std::string("a/deep/er/日本 語.png"),
          std::string("top.png"), longName + "/" + longName + ".png"})
        test::writeFile(m_root / name, name);
    const auto listing = list();
    EXPECT_EQ(namesOf(listing), (Names{"a/deep/er/日本 語.png", "b/1.png", "b/2.png", "top.png",
                                       longName + "/" + longName + ".png"}));
    EXPECT_TRUE(listing.skipped.empty());
    for (const auto& entry : listing.entries) {
        const auto content = test::must(m_source.read(entry));
        EXPECT_EQ(std::string(reinterpret_cast<const char*>(content.data()), content.size()), entry.name);
    }
    EXPECT_EQ(m_source.name(), "root");
    EXPECT_EQ(FolderSource(m_root / "").name(), "root");
    EXPECT_EQ(FolderSource(m_root / "b" / "..").name(), "root");
}

TEST_F(FolderSourceTest, FilesOfTheSystemAreSkippedWithTheirFolders)
{
    for (const auto* name :
         {"a/1.png", "a/.DS_Store", "a/._1.png", "__MACOSX/a/._1.png", ".git/objects/x", "Thumbs.db"})
        test::writeFile(m_root / name, "x");
    const auto listing = list();
    EXPECT_EQ(namesOf(listing), Names{"a/1.png"});
    EXPECT_EQ(listing.skipped.size(), 5u);
    for (const auto* name : {"a/.DS_Store", "a/._1.png", "__MACOSX", ".git", "Thumbs.db"})
        EXPECT_NE(reasonOf(listing, name), "") << name;
}

TEST_F(FolderSourceTest, LinksAreFollowedWithinTheFolderOnly)
{
    test::writeFile(m_root / "store/1.png", "one");
    test::writeFile(m_folder / "outside/2.png", "two");
    fs::create_directories(m_root / "Luffy");
    fs::create_symlink("../store/1.png", m_root / "Luffy/in.png");
    fs::create_symlink(m_folder / "outside/2.png", m_root / "Luffy/out.png");
    fs::create_directory_symlink(m_folder / "outside", m_root / "Zoro");
    fs::create_directory_symlink("store", m_root / "Nami");
    fs::create_symlink("nowhere", m_root / "dangling");
    fs::create_symlink("self", m_root / "self");
    const auto listing = list();
    EXPECT_EQ(namesOf(listing), (Names{"Luffy/in.png", "Nami/1.png", "store/1.png"}));
    EXPECT_EQ(test::must(m_source.read(listing.entries[0])).size(), 3u);
    EXPECT_EQ(reasonOf(listing, "Luffy/out.png"), "a link that leads out of the imported folder");
    EXPECT_EQ(reasonOf(listing, "Zoro"), "a link that leads out of the imported folder");
    EXPECT_EQ(reasonOf(listing, "dangling"), "a link that leads nowhere");
    EXPECT_EQ(reasonOf(listing, "self"), "a link that leads nowhere");
}

TEST_F(FolderSourceTest, LoopsOfLinksEnd)
{
    test::writeFile(m_root / "a/b/1.png", "one");
    fs::create_directory_symlink("../..", m_root / "a/b/up");
    fs::create_directory_symlink(".", m_root / "a/here");
    fs::create_directory_symlink("../../a", m_root / "a/b/again");
    fs::create_directories(m_root / "c");
    fs::create_directory_symlink("../d", m_root / "c/d");
    fs::create_directories(m_root / "d");
    fs::create_directory_symlink("../c", m_root / "d/c");
    test::writeFile(m_root / "d/2.png", "two");
    const auto listing = list();
    EXPECT_EQ(namesOf(listing), (Names{"a/b/1.png", "c/d/2.png", "d/2.png"}));
    EXPECT_EQ(reasonOf(listing, "a/b/up"), "a link to a folder that it lies in");
    EXPECT_EQ(reasonOf(listing, "a/here"), "a link to a folder that it lies in");
    EXPECT_EQ(reasonOf(listing, "a/b/again"), "a link to a folder that it lies in");
}

TEST_F(FolderSourceTest, ManyLinksToOneFolderVisitItOnceMore)
{
    test::writeFile(m_root / "store/1.png", "one");
    for (int i = 0; i < 10; ++i)
        fs::create_directory_symlink("store", m_root / ("link" + std::to_string(i)));
    const auto listing = list();
    EXPECT_EQ(listing.entries.size(), 2u);
    EXPECT_EQ(listing.skipped.size(), 9u);
}

TEST_F(FolderSourceTest, SpecialFilesAndOddNames)
{
    fs::create_directories(m_root);
    ASSERT_EQ(::mkfifo((m_root / "pipe").c_str(), 0600), 0);
    test::writeFile(m_root / "\x83\x8B\x83t.png", "shift-jis");
    test::writeFile(m_root / "new\nline.png", "x");
    const auto listing = list();
    EXPECT_EQ(namesOf(listing), (Names{"\\x83\\x8B\\x83t.png", "new\\x0Aline.png"}));
    EXPECT_EQ(test::must(m_source.read(listing.entries[0])).size(), 9u);
    EXPECT_EQ(reasonOf(listing, "pipe"), "neither a file nor a folder");
}

TEST_F(FolderSourceTest, CancelsAndFails)
{
    JobContext missing;
    EXPECT_EQ(m_source.list(missing).error().code, ErrorCode::NotFound);
    test::writeFile(m_root / "1.png", "x");
    CancelToken token;
    token.request();
    JobContext cancelled(token);
    EXPECT_EQ(m_source.list(cancelled).error().code, ErrorCode::Cancelled);
}

} // namespace nakama
