#include "core/inference/detail/device.h"

#include "core/base/machine.h"
#include "core/inference/detail/cuda_driver.h"

#ifdef NAKAMA_CUDA
#include <c10/cuda/CUDACachingAllocator.h>
#endif
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace nakama
{

namespace
{

std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (const auto colon = line.find(": "); line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    return "processor";
}

DeviceInfo processor()
{
    const auto cores = std::max(1u, std::thread::hardware_concurrency());
    const auto pages = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PHYS_PAGES)));
    const auto pageBytes = static_cast<std::uint64_t>(std::max(0L, ::sysconf(_SC_PAGESIZE)));
    return {"cpu", fmt::format("{}, {} {}", processorName(), cores, cores == 1 ? "core" : "cores"),
            pages * pageBytes, static_cast<std::uint64_t>(availableMemoryBytes())};
}

bool processorMultipliesBf16()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

} // namespace

std::vector<DeviceInfo> availableDevices()
{
    std::vector<DeviceInfo> devices{processor()};
    const auto count =
        torch::cuda::is_available() ? static_cast<std::size_t>(torch::cuda::device_count()) : 0;
    const auto known = count > 0 ? cudaDriverDevices() : std::vector<CudaDevice>{};
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = fmt::format("cuda:{}", i);
        devices.push_back(i < known.size()
                              ? DeviceInfo{id, known[i].name, known[i].memoryBytes, known[i].freeBytes}
                              : DeviceInfo{id, fmt::format("CUDA device {}", i), 0, 0});
    }
    return devices;
}

Result<ChosenDevice> chooseDevice(const std::string& id)
{
    const auto devices = availableDevices();
    std::string wanted = id == "cuda" ? "cuda:0" : id;
    if (id == "auto")
        wanted = devices.size() > 1 ? devices[1].id : "cpu";

    std::string known;
    for (const auto& device : devices) {
        if (device.id == wanted && wanted == "cpu")
            return ChosenDevice{torch::Device(wanted), wanted, true, processorMultipliesBf16()};
        if (device.id == wanted) {
            const torch::Device chosen(wanted);
            const bool bf16 = cudaComputesBf16(chosen.index());
            return ChosenDevice{chosen, fmt::format("{} ({})", wanted, device.name), bf16, bf16};
        }
        known += ", " + device.id;
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("there is no device '{}' here; choose one of auto{}", id, known));
}

std::uint64_t freeBytesOf(torch::Device device)
{
    if (device.is_cpu())
        return static_cast<std::uint64_t>(availableMemoryBytes());
    const auto devices = cudaDriverDevices();
    const auto index = static_cast<std::size_t>(device.index());
    return index < devices.size() ? devices[index].freeBytes : 0;
}

std::uint64_t usedBytesOf(torch::Device device)
{
#ifdef NAKAMA_CUDA
    if (device.is_cuda()) {
        const auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(device.index());
        return static_cast<std::uint64_t>(stats.reserved_bytes[0].current); // 0: of all pools
    }
#endif
    return device.is_cpu() ? static_cast<std::uint64_t>(residentMemoryBytes()) : 0;
}

void useAllCores()
{
    at::set_num_threads(static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
}

} // namespace nakama
