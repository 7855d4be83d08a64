#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace nakama
{

TEST(Demo, LearnsTheSampleFromScratchAndReports)
{
    test::TemporaryFolder folder;
    const auto demo = test::cliJson({"demo", (folder / "sample").string(), "--device", "cpu"});
    ASSERT_EQ(demo.exitCode, 0) << demo.err;
    EXPECT_GE(demo.json["macro"].get<double>(), 0.90) << demo.err;
    EXPECT_EQ(demo.json["sample"], true);

    std::ifstream file(demo.json["report"].get<std::string>());
    std::stringstream report;
    report << file.rdbuf();
    EXPECT_NE(report.str().find("<svg"), std::string::npos);
    EXPECT_NE(report.str().find("sample"), std::string::npos);

    const auto info = test::cliJson({"workspace", "info", demo.json["workspace"].get<std::string>()});
    EXPECT_EQ(info.json["per_class"].size(), 18u);
    for (const auto& [name, count] : info.json["per_class"].items()) {
        EXPECT_GE(count.get<int>(), 20) << name;
        EXPECT_LE(count.get<int>(), 120) << name;
    }
}

} // namespace nakama
