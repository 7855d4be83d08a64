#include "core/inference/detail/torch_error.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

template<typename Function>
Error errorOf(const Function& function)
{
    try {
        function();
    } catch (const c10::Error& error) {
        EXPECT_EQ(isOutOfMemory(error), fromTorch(error).code != ErrorCode::Internal);
        return fromTorch(error);
    }
    ADD_FAILURE() << "nothing was thrown";
    return {};
}

} // namespace

TEST(TorchError, TellsMemoryOfADeviceApart)
{
    const auto error = errorOf([] { TORCH_CHECK_WITH(OutOfMemoryError, false, "CUDA out of memory."); });
    EXPECT_EQ(error.code, ErrorCode::OutOfDeviceMemory);
    EXPECT_NE(error.message.find("smaller batch"), std::string::npos);
}

TEST(TorchError, KnowsHowTheProcessorsAllocatorPutsIt)
{
    const auto error = errorOf([] { torch::empty({std::int64_t{1} << 50}); });
    EXPECT_EQ(error.code, ErrorCode::OutOfMemory);
}

TEST(TorchError, KeepsTheMessageWithoutBacktrace)
{
    const auto error = errorOf([] { torch::zeros({2}).mm(torch::zeros({3, 3})); });
    EXPECT_EQ(error.code, ErrorCode::Internal);
    EXPECT_FALSE(error.message.empty());
    EXPECT_EQ(error.message.find("frame #"), std::string::npos) << error.message;
}

} // namespace nakama
