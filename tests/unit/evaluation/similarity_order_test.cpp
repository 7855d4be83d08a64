#include "core/evaluation/similarity_order.h"

#include <gmock/gmock.h>

namespace nakama
{

namespace
{

using testing::ElementsAre;

TEST(SimilarityOrder, ConfusedClassesStandSideBySide)
{
    // 0 and 3 are taken for each other, and 1 for 4; 2 is never confused.
    const ConfusionMatrix confusion{
        {6, 0, 0, 4, 0}, {0, 7, 0, 0, 3}, {0, 0, 9, 0, 0}, {2, 0, 0, 8, 0}, {0, 0, 0, 0, 5}};
    EXPECT_THAT(similarityOrder(confusion), ElementsAre(0, 3, 1, 4, 2));
}

TEST(SimilarityOrder, ARateCountsNotTheNumberOfPictures)
{
    // 0 gives 10 of 1000 pictures to 1; 2 and 3 give few pictures to 1, but half of theirs.
    const ConfusionMatrix confusion{{990, 10, 0, 0}, {0, 100, 0, 0}, {0, 5, 5, 0}, {0, 4, 0, 6}};
    EXPECT_THAT(similarityOrder(confusion), ElementsAre(0, 2, 1, 3));
}

TEST(SimilarityOrder, AChainKeepsItsNeighbours)
{
    // 0-2-4-1-3: each is mistaken for the next one only.
    const ConfusionMatrix confusion{
        {8, 0, 2, 0, 0}, {0, 8, 0, 3, 0}, {0, 0, 6, 0, 4}, {0, 0, 0, 9, 0}, {0, 1, 0, 0, 9}};
    const auto order = similarityOrder(confusion);
    EXPECT_THAT(order, testing::AnyOf(ElementsAre(0, 2, 4, 1, 3), ElementsAre(3, 1, 4, 2, 0)));
}

TEST(SimilarityOrder, EmptyAndFaultlessMatricesKeepTheirOrder)
{
    EXPECT_TRUE(similarityOrder({}).empty());
    EXPECT_THAT(similarityOrder({{3, 0, 0}, {0, 0, 0}, {0, 0, 2}}), ElementsAre(0, 1, 2));
}

} // namespace

} // namespace nakama
