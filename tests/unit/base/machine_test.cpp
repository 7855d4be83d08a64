#include "core/base/machine.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace nakama
{

TEST(Machine, HasMemoryButNotMoreThanIsBuiltIn)
{
    const auto builtIn = std::int64_t{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
    EXPECT_GT(availableMemoryBytes(), 0);
    EXPECT_LE(availableMemoryBytes(), builtIn);
}

TEST(Machine, TellsTheDiskOfAFolderThatIsYetToBeMade)
{
    const test::TemporaryFolder folder;
    EXPECT_GT(freeDiskBytes(folder.path()), 0);
    EXPECT_GT(freeDiskBytes(folder / "yet/to/be/made"), 0);
    EXPECT_GT(freeDiskBytes("yet-to-be-made"), 0) << "a relative path is one below the current folder";
}

} // namespace nakama
