#include "core/collect/import_names.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(ImportNames, WhatCannotBeShownIsEscaped)
{
    EXPECT_EQ(displayName("Luffy 1.png"), "Luffy 1.png");
    EXPECT_EQ(displayName("ルフィ/é😀.png"), "ルフィ/é😀.png");
    EXPECT_EQ(displayName("\x83\x8B.png"), "\\x83\\x8B.png");
    EXPECT_EQ(displayName("a\nb\x7F"), "a\\x0Ab\\x7F");
    EXPECT_EQ(displayName(std::string("a\0b", 3)), "a\\x00b");
    EXPECT_EQ(displayName("\xE3\x83"), "\\xE3\\x83") << "a sequence that is cut off";
    EXPECT_EQ(displayName("\xED\xA0\x80"), "\\xED\\xA0\\x80") << "half of a surrogate pair";
    EXPECT_EQ(displayName("\xC0\xAF"), "\\xC0\\xAF") << "an overlong slash";
    EXPECT_EQ(displayName("\xEF\xBF\xBD"), "\xEF\xBF\xBD") << "a replacement character that is really there";
    EXPECT_EQ(displayName(""), "");
}

TEST(ImportNames, PathParts)
{
    EXPECT_EQ(pathParts("a//b/./c.png"), (std::vector<std::string>{"a", "b", "c.png"}));
    EXPECT_EQ(pathParts("/a/"), (std::vector<std::string>{"a"}));
    EXPECT_EQ(pathParts("../a"), (std::vector<std::string>{"..", "a"}));
    EXPECT_TRUE(pathParts("").empty());
}

TEST(ImportNames, FilesOfTheSystem)
{
    for (const auto* name :
         {".DS_Store", "._1.jpg", "__MACOSX", "Thumbs.db", "THUMBS.DB", "desktop.ini", ".git"})
        EXPECT_TRUE(isSystemFile(name)) << name;
    for (const auto* name : {"Luffy", "thumbs.png", "_1.jpg", "a.b"})
        EXPECT_FALSE(isSystemFile(name)) << name;
}

TEST(ImportNames, PlainlyNoPicture)
{
    for (const auto* name : {"readme.TXT", "labels.csv", "a/b.json"})
        EXPECT_TRUE(isPlainlyNoPicture(name)) << name;
    for (const auto* name : {"a.png", "a", "a.jfif", "txt", "a.txt.png"})
        EXPECT_FALSE(isPlainlyNoPicture(name)) << name;
}

} // namespace nakama
