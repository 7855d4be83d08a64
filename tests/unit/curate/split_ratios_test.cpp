#include "core/curate/split.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(SplitRatios, AreNormalised)
{
    for (const auto* text : {"70/15/15", "0.7/0.15/0.15", "14/3/3"}) {
        const auto params = parseSplitRatios(text);
        ASSERT_TRUE(params) << text;
        EXPECT_DOUBLE_EQ(params->train, 0.7);
        EXPECT_DOUBLE_EQ(params->val, 0.15);
        EXPECT_DOUBLE_EQ(params->test, 0.15);
    }
    const auto params = parseSplitRatios("80/20/0");
    ASSERT_TRUE(params);
    EXPECT_EQ(params->test, 0);
}

TEST(SplitRatios, BadOnesAreRefused)
{
    for (const auto* text : {"", "70", "70/30", "70/15/15/0", "a/b/c", "-1/1/1", "70/15/", "/15/15",
                             "0/50/50", "70/15/15%", "nan/1/1", "inf/1/1", "70 / 15 / 15", "70,15,15"}) {
        const auto params = parseSplitRatios(text);
        ASSERT_FALSE(params) << text;
        EXPECT_EQ(params.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(params.error().message.find("70/15/15"), std::string::npos);
    }
}

} // namespace nakama
