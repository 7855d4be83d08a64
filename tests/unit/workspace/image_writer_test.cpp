#include "core/base/atomic_file.h"
#include "core/workspace/image_writer.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;
using test::picture;

class ImageWriterTest : public test::WorkspaceTest
{
protected:
    static std::span<const std::byte> content(const std::string& name)
    {
        return std::as_bytes(std::span(name));
    }

    bool isStored(const std::string& name) const
    {
        const auto path = m_workspace.imagePath(picture(name).sha256, "png");
        return std::filesystem::exists(path) && must(sha256OfFile(path)) == picture(name).sha256;
    }

    std::ptrdiff_t incomingFiles() const
    {
        return std::distance(std::filesystem::directory_iterator(m_workspace.incomingFolder()), {});
    }
};

TEST_F(ImageWriterTest, ABatchAppearsWithItsCommit)
{
    auto writer = must(ImageWriter::open(m_workspace));
    must(writer.add(picture("a", 0), content("a")));
    must(writer.add(picture("b"), content("b")));
    EXPECT_EQ(writer.pending(), 2u);
    EXPECT_FALSE(isStored("a"));
    EXPECT_TRUE(must(m_catalogue.images()).empty());
    EXPECT_EQ(must(writer.find(picture("a").sha256))->classIndex, 0);

    must(writer.commit());
    EXPECT_EQ(writer.pending(), 0u);
    EXPECT_TRUE(isStored("a"));
    EXPECT_TRUE(isStored("b"));
    EXPECT_EQ(must(m_catalogue.images()).size(), 2u);
    EXPECT_EQ(incomingFiles(), 0);
    EXPECT_NE(must(writer.find(picture("a").sha256))->id, 0);
    EXPECT_FALSE(must(writer.find(picture("c").sha256)));
    must(writer.commit());
}

TEST_F(ImageWriterTest, RefusesAContentTwice)
{
    auto writer = must(ImageWriter::open(m_workspace));
    must(writer.add(picture("a"), content("a")));
    EXPECT_EQ(writer.add(picture("a"), content("a")).error().code, ErrorCode::AlreadyExists);
    must(writer.commit());
    EXPECT_EQ(writer.add(picture("a"), content("a")).error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(isStored("a"));
}

TEST_F(ImageWriterTest, WhatIsNotCommittedIsDropped)
{
    {
        auto writer = must(ImageWriter::open(m_workspace));
        must(writer.add(picture("a"), content("a")));
        EXPECT_EQ(incomingFiles(), 1);
    }
    EXPECT_EQ(incomingFiles(), 0);
    EXPECT_TRUE(must(m_catalogue.images()).empty());
}

TEST_F(ImageWriterTest, AFileWithoutARowIsReplaced)
{
    const auto path = m_workspace.imagePath(picture("a").sha256, "png");
    std::filesystem::create_directories(path.parent_path());
    ASSERT_TRUE(writeFileAtomically(path, std::string("torn by a power cut")));
    auto writer = must(ImageWriter::open(m_workspace));
    must(writer.add(picture("a"), content("a")));
    must(writer.commit());
    EXPECT_TRUE(isStored("a"));
}

TEST_F(ImageWriterTest, ABatchThatCannotBeStoredLeavesNoRow)
{
    auto writer = must(ImageWriter::open(m_workspace));
    must(writer.add(picture("a"), content("a")));
    auto wrong = picture("b", 77); // no such class
    must(writer.add(wrong, content("b")));
    EXPECT_FALSE(writer.commit());
    EXPECT_TRUE(must(m_catalogue.images()).empty());
}

} // namespace nakama
