#include "core/workspace/class_names.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(ClassNames, GoodOnesPass)
{
    for (const auto* name : {"Luffy", "Monkey D. Luffy", "ルフィ", "class 1", "a", "O'Hara", "Zoë", "-x-"})
        EXPECT_TRUE(checkClassName(name)) << name;
}

TEST(ClassNames, BadOnesAreRefusedWithAReason)
{
    const std::vector<std::pair<std::string, std::string>> bad{
        {"", "empty"},
        {"a/b", "slash"},
        {"a\\b", "slash"},
        {".", "dot"},
        {"..", "dot"},
        {".hidden", "dot"},
        {" a", "space"},
        {"a ", "space"},
        {"a\nb", "control"},
        {"---", "letter"},
        {std::string("a\0b", 3), "control"},
        {"\xC3\x28", "UTF-8"},
        {std::string(101, 'x'), "bytes"},
    };
    for (const auto& [name, reason] : bad) {
        const auto result = checkClassName(name);
        ASSERT_FALSE(result) << name;
        EXPECT_EQ(result.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(result.error().message.find(reason), std::string::npos) << result.error().message;
    }
}

TEST(ClassNames, LookAlikesAreRefused)
{
    const auto twice = checkNewClasses({}, {{"Monkey D. Luffy", "", {}, ""}, {"monkey-d-luffy", "", {}, ""}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::AlreadyExists);
    EXPECT_NE(twice.error().message.find("Monkey D. Luffy"), std::string::npos);
    EXPECT_FALSE(checkNewClasses({{"Ace", "", {}, ""}}, {{"ACE", "", {}, ""}}));
    EXPECT_TRUE(checkNewClasses({{"Ace", "", {}, ""}}, {{"Brook", "", {}, ""}}));
}

} // namespace nakama
