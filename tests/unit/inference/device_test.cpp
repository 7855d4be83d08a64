#include "core/inference/detail/device.h"

#include <gtest/gtest.h>

#include <thread>

namespace nakama
{

TEST(Device, TheProcessorIsAlwaysThere)
{
    const auto devices = availableDevices();
    ASSERT_FALSE(devices.empty());
    EXPECT_EQ(devices[0].id, "cpu");
    EXPECT_FALSE(devices[0].name.empty());
    EXPECT_GT(devices[0].memoryBytes, std::uint64_t{100} << 20);
    EXPECT_GT(devices[0].freeBytes, 0u);
    EXPECT_LE(devices[0].freeBytes, devices[0].memoryBytes);
    EXPECT_EQ(chooseDevice("cpu").value().device, torch::Device(torch::kCPU));
    EXPECT_EQ(chooseDevice("cpu").value().title, "cpu");
}

TEST(Device, TheMemoryInUseGrowsWithWhatIsTaken)
{
    const auto before = usedBytesOf(torch::kCPU);
    // Much, since the allocator may have kept some of what earlier tests gave back.
    const auto taken = torch::ones({800, 1000, 1000}, torch::kByte);
    EXPECT_GT(usedBytesOf(torch::kCPU), before + 400'000'000);
    EXPECT_GT(freeBytesOf(torch::kCPU), 0u);
}

TEST(Device, AutoTakesAnAcceleratorWhereThereIsOne)
{
    const auto chosen = chooseDevice("auto").value();
    EXPECT_EQ(chosen.device.is_cuda(), torch::cuda::is_available());
    EXPECT_EQ(chooseDevice("cuda").has_value(), torch::cuda::is_available());
}

TEST(Device, AnUnknownOneIsRefusedWithWhatThereIs)
{
    for (const auto* id : {"cuda:99", "gpu", "", "cpu:1"}) {
        const auto chosen = chooseDevice(id);
        ASSERT_FALSE(chosen) << id;
        EXPECT_EQ(chosen.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(chosen.error().message.find("choose one of auto, cpu"), std::string::npos);
    }
}

TEST(Device, LibTorchGetsEveryCore)
{
    useAllCores();
    EXPECT_EQ(at::get_num_threads(), static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
}

} // namespace nakama
