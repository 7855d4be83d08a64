#include "core/base/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace nakama
{

namespace
{

std::size_t entries(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

} // namespace

TEST(AtomicFile, AppearsWholeOnCommit)
{
    test::TemporaryFolder folder;
    auto file = AtomicFile::open(folder / "a.txt");
    ASSERT_TRUE(file) << file.error().text();
    ASSERT_TRUE(file->write("one "));
    ASSERT_TRUE(file->write("two"));
    EXPECT_FALSE(std::filesystem::exists(folder / "a.txt"));
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(readTextFile(folder / "a.txt").value(), "one two");
    EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, WithoutCommitTheOldFileStays)
{
    test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "old"));
    {
        auto file = AtomicFile::open(folder / "a.txt");
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("half"));
    }
    EXPECT_EQ(readTextFile(folder / "a.txt").value(), "old");
    EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, MissingFolderNamesTheFile)
{
    test::TemporaryFolder folder;
    const auto file = AtomicFile::open(folder / "no" / "a.txt");
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::NotFound);
    EXPECT_NE(file.error().text().find("a.txt"), std::string::npos);
}

TEST(AtomicFile, FullDiskIsToldApart)
{
    if (!std::filesystem::exists("/dev/full"))
        GTEST_SKIP() << "/dev/full is not on this system";
    const auto error = systemError(ENOSPC, "write the file", "/x");
    EXPECT_EQ(error.code, ErrorCode::DiskFull);
    EXPECT_NE(error.message.find("disk is full"), std::string::npos);
}

TEST(AtomicFile, LeftoversOfAKilledProcessAreRemoved)
{
    test::TemporaryFolder folder;
    std::ofstream(folder / ".a.txt.nakama-tmp-123-0") << "torn";
    std::ofstream(folder / "a.txt") << "whole";
    EXPECT_EQ(removeLeftoverTemporaries(folder.path()), 1u);
    EXPECT_TRUE(std::filesystem::exists(folder / "a.txt"));
}

TEST(ReadFile, RefusesWhatIsTooLargeOrNoFile)
{
    test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.txt", "12345"));
    EXPECT_EQ(readFile(folder / "a.txt", 4).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readFile(folder / "missing").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(folder.path()).error().code, ErrorCode::Io);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(readFile(folder / "pipe").error().code, ErrorCode::Io);
}

} // namespace nakama
