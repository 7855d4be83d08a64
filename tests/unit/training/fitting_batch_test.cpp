#include "core/training/detail/fitting_batch.h"

#include <torch/torch.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace nakama
{

namespace
{

/** An attempt that has room for so many pictures; notes what was tried. */
std::function<void(std::int64_t)> roomFor(std::int64_t most, std::vector<std::int64_t>& tried)
{
    return [most, &tried](std::int64_t size) {
        tried.push_back(size);
        TORCH_CHECK_WITH(OutOfMemoryError, size <= most, "CUDA out of memory.");
    };
}

} // namespace

TEST(FittingBatch, HalvesUntilThereIsRoom)
{
    std::vector<std::int64_t> tried;
    EXPECT_EQ(fittingBatch(100, roomFor(30, tried)), 25);
    EXPECT_THAT(tried, testing::ElementsAre(50, 25));
}

TEST(FittingBatch, IsNothingWhereNotEvenTwoFit)
{
    std::vector<std::int64_t> tried;
    EXPECT_EQ(fittingBatch(12, roomFor(1, tried)), 0);
    EXPECT_THAT(tried, testing::ElementsAre(6, 3));
    EXPECT_EQ(fittingBatch(2, roomFor(1, tried)), 0);
}

TEST(FittingBatch, PassesOtherFailuresOn)
{
    EXPECT_THROW(fittingBatch(8, [](std::int64_t) { TORCH_CHECK(false, "shapes differ"); }), c10::Error);
}

} // namespace nakama
