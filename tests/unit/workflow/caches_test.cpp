#include "core/base/atomic_file.h"
#include "core/workflow/caches.h"
#include "tests/unit/workflow/split_workspace.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(Caches, AreListedByTheirSizeAndDeletedOneByOne)
{
    test::SplitWorkspace fixture;
    const auto& workspace = fixture.workspace();
    EXPECT_TRUE(cachesOf(workspace).empty());
    const auto small = workspace.preparedFolder() / "rule";
    const auto large = workspace.folder() / "features" / "body";
    for (const auto& folder : {small, large / "views"})
        std::filesystem::create_directories(folder);
    ASSERT_TRUE(writeFileAtomically(small / "a.png", std::string(10, 'x')));
    ASSERT_TRUE(writeFileAtomically(large / "plain.features", std::string(20, 'x')));
    ASSERT_TRUE(writeFileAtomically(large / "views" / "1.features", std::string(30, 'x')));

    const auto caches = cachesOf(workspace);
    ASSERT_EQ(caches.size(), 2u);
    EXPECT_EQ(caches[0].folder, large);
    EXPECT_EQ(caches[0].bytes, 50u);
    EXPECT_EQ(caches[1].bytes, 10u);
    ASSERT_TRUE(removeCache(caches[0]));
    EXPECT_FALSE(std::filesystem::exists(large));
    EXPECT_EQ(cachesOf(workspace).size(), 1u);
}

} // namespace nakama
