#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;
using test::picture;
using SplitStoreTest = test::WorkspaceTest;

TEST_F(SplitStoreTest, ReplacesTheWholeSplit)
{
    EXPECT_FALSE(must(m_catalogue.splitInfo()));
    const auto a = must(m_catalogue.addImage(picture("a", 0)));
    const auto b = must(m_catalogue.addImage(picture("b", 0)));
    must(m_catalogue.setSplit({{a, SplitPart::Train}, {b, SplitPart::Test}}, {}));

    SplitInfo info{0.5, 0.25, 0.25, ~std::uint64_t{0}, false, ""};
    must(m_catalogue.setSplit({{b, SplitPart::Val}}, info));
    EXPECT_FALSE(must(m_catalogue.image(a)).split);
    EXPECT_EQ(must(m_catalogue.image(b)).split, SplitPart::Val);

    const auto stored = must(m_catalogue.splitInfo());
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->train, 0.5);
    EXPECT_EQ(stored->seed, ~std::uint64_t{0});
    EXPECT_FALSE(stored->groupsKeptTogether);
    EXPECT_FALSE(stored->at.empty());
}

TEST_F(SplitStoreTest, RefusesPicturesOutsideThePoolAndKeepsTheOldSplit)
{
    const auto a = must(m_catalogue.addImage(picture("a", 0)));
    auto other = picture("b");
    other.pool = Pool::TrueTest;
    const auto b = must(m_catalogue.addImage(other));
    must(m_catalogue.setSplit({{a, SplitPart::Test}}, {}));

    using Parts = std::vector<std::pair<std::int64_t, SplitPart>>;
    for (const auto& parts : {Parts{{a, SplitPart::Train}, {b, SplitPart::Train}},
                              Parts{{99, SplitPart::Val}}, Parts{{a, SplitPart::Val}, {a, SplitPart::Train}}})
        EXPECT_EQ(m_catalogue.setSplit(parts, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(must(m_catalogue.image(a)).split, SplitPart::Test);
}

} // namespace nakama
