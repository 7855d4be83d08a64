#include "core/models/files/torch_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace nakama
{

namespace
{

constexpr auto huge = std::numeric_limits<std::int64_t>::max();

/** Places a tensor in a storage of ten floats. */
class PlaceTensor : public testing::Test
{
protected:
    Result<TensorEntry> place(std::int64_t offset, std::vector<std::int64_t> shape,
                              std::vector<std::int64_t> strides)
    {
        return placeTensor({DType::F32, offset, std::move(shape), std::move(strides)}, m_storage, "file");
    }

    std::array<std::byte, 40> m_storage{};
};

} // namespace

TEST_F(PlaceTensor, TakesThePartThatItUses)
{
    const auto strided = place(1, {2, 3}, {1, 3}).value();
    EXPECT_EQ(strided.bytes.data(), m_storage.data() + 4);
    EXPECT_EQ(strided.bytes.size(), 8u * 4);
    EXPECT_EQ(place(0, {10}, {1})->bytes.size(), 40u);
    EXPECT_EQ(place(9, {}, {})->bytes.size(), 4u);
    EXPECT_TRUE(place(0, {0, 5}, {huge, 1})->bytes.empty());
}

TEST_F(PlaceTensor, RefusesWhatLeavesTheStorage)
{
    for (const auto& tensor :
         {place(0, {11}, {1}), place(1, {10}, {1}), place(10, {}, {}), place(11, {0}, {1}),
          place(0, {2, 2}, {9, 1}), place(0, {2}, {huge}), place(huge, {2}, {1}),
          place(5, {2, 2}, {huge, huge}), place(-1, {1}, {1}), place(9, {2}, {-1}), place(0, {-2}, {1}),
          place(0, {2}, {1, 1}), place(0, {huge, huge}, {1, 1}),
          place(0, {std::int64_t{1} << 40, std::int64_t{1} << 40}, {0, 0})}) {
        ASSERT_FALSE(tensor);
        EXPECT_THAT(tensor.error().code, testing::AnyOf(ErrorCode::CorruptData, ErrorCode::Unsupported));
        EXPECT_EQ(tensor.error().context, "file");
    }
}

/** A few bytes must not become a tensor of terabytes. */
TEST_F(PlaceTensor, RefusesRepeatedElements)
{
    const auto expanded = place(0, {1'000'000'000}, {0});
    ASSERT_FALSE(expanded);
    EXPECT_EQ(expanded.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(expanded.error().message, testing::HasSubstr("contiguous()"));
}

} // namespace nakama
