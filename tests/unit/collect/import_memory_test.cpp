#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

/** Resident bytes of this process, now or at their highest. */
std::int64_t residentBytes(const std::string& field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ":"))
            return std::stoll(line.substr(field.size() + 1)) * 1024;
    return 0;
}

} // namespace

using ImportMemoryTest = test::CollectTest;

TEST_F(ImportMemoryTest, DoesNotGrowWithTheNumberOfPictures)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers keep memory of their own";
#endif
    // Pictures of 13 MB each when decoded: 1.3 GB in all. Bytes after a JPEG's end make them distinct.
    constexpr int count = 100;
    const auto picture = test::jpeg(1, 2400, 1800);
    for (int i = 0; i < count; ++i)
        test::writeFile(m_input / "Luffy" / (std::to_string(i) + ".jpg"), picture + std::to_string(i));
    const auto before = residentBytes("VmRSS");
    std::ofstream("/proc/self/clear_refs") << "5"; // forgets the highest so far
    const auto report = import({m_input});
    EXPECT_EQ(report.imported, count);
    const auto grown = residentBytes("VmHWM") - before;
    RecordProperty("grown_mb", static_cast<int>(grown >> 20));
    EXPECT_LT(grown, std::int64_t{300} << 20);
}

} // namespace nakama
