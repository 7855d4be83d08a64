#include "tests/support/process.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(Links, CommandLineNeedsNeitherQtGuiNorLibTorchAtStart)
{
    const auto ldd = test::runProcess("/usr/bin/ldd", {NAKAMA_BIN "/nakama-cli"});
    ASSERT_EQ(ldd.exitCode, 0) << ldd.err;
    EXPECT_NE(ldd.out.find("libQt6Core"), std::string::npos);
    for (const char* unwanted : {"libQt6Gui", "libQt6Widgets", "libtorch", "libopencv_imgcodecs", "libcairo",
                                 "librsvg", "not found"})
        EXPECT_EQ(ldd.out.find(unwanted), std::string::npos) << unwanted << " in\n" << ldd.out;
}

TEST(Links, EngineKnowsNoQt)
{
    const auto ldd = test::runProcess("/usr/bin/ldd", {NAKAMA_BIN "/libnakama-engine.so"});
    ASSERT_EQ(ldd.exitCode, 0) << ldd.err;
    EXPECT_NE(ldd.out.find("libtorch"), std::string::npos);
    EXPECT_EQ(ldd.out.find("libQt6"), std::string::npos);
}

} // namespace nakama
