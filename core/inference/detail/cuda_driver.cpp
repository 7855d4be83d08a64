#include "core/inference/detail/cuda_driver.h"

#include <dlfcn.h>

#include <array>
#include <cstddef>

namespace nakama
{

namespace
{

/** The driver's C interface, CUDA Driver API: every function returns 0 for success. */
struct Driver
{
    int (*init)(unsigned) = nullptr;
    int (*count)(int*) = nullptr;
    int (*device)(int*, int) = nullptr;
    int (*name)(char*, int, int) = nullptr;
    int (*memory)(std::size_t*, int) = nullptr;
    int (*attribute)(int*, int, int) = nullptr;
    int (*retainContext)(void**, int) = nullptr;
    int (*releaseContext)(int) = nullptr;
    int (*pushContext)(void*) = nullptr;
    int (*popContext)(void**) = nullptr;
    int (*freeMemory)(std::size_t*, std::size_t*) = nullptr;

    bool complete() const
    {
        return init && count && device && name && memory && attribute && retainContext && releaseContext &&
               pushContext && popContext && freeMemory;
    }
};

template<typename Function>
void find(void* library, const char* symbol, Function& function)
{
    function = reinterpret_cast<Function>(::dlsym(library, symbol));
}

Driver loadDriver()
{
    Driver driver;
    // Stays loaded: LibTorch uses the same library where it has CUDA.
    void* library = ::dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return driver;
    find(library, "cuInit", driver.init);
    find(library, "cuDeviceGetCount", driver.count);
    find(library, "cuDeviceGet", driver.device);
    find(library, "cuDeviceGetName", driver.name);
    find(library, "cuDeviceTotalMem_v2", driver.memory);
    find(library, "cuDeviceGetAttribute", driver.attribute);
    find(library, "cuDevicePrimaryCtxRetain", driver.retainContext);
    find(library, "cuDevicePrimaryCtxRelease_v2", driver.releaseContext);
    find(library, "cuCtxPushCurrent_v2", driver.pushContext);
    find(library, "cuCtxPopCurrent_v2", driver.popContext);
    find(library, "cuMemGetInfo_v2", driver.freeMemory);
    return driver;
}

/** Only a context tells what is free: the device's own, which LibTorch uses too where it has begun. */
std::uint64_t freeBytes(const Driver& driver, int device)
{
    void* context = nullptr;
    if (driver.retainContext(&context, device) != 0)
        return 0;
    std::size_t free = 0;
    std::size_t total = 0;
    if (driver.pushContext(context) == 0) {
        if (driver.freeMemory(&free, &total) != 0)
            free = 0;
        driver.popContext(&context);
    }
    driver.releaseContext(device);
    return free;
}

} // namespace

std::vector<CudaDevice> cudaDriverDevices()
{
    std::vector<CudaDevice> devices;
    const auto driver = loadDriver();
    int count = 0;
    if (!driver.complete() || driver.init(0) != 0 || driver.count(&count) != 0)
        return devices;
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        int device = 0;
        std::array<char, 256> name{};
        std::size_t memory = 0;
        if (driver.device(&device, ordinal) != 0)
            break;
        driver.name(name.data(), static_cast<int>(name.size()) - 1, device);
        driver.memory(&memory, device);
        constexpr int computeCapabilityMajor = 75;
        int major = 0;
        driver.attribute(&major, computeCapabilityMajor, device);
        devices.push_back({name.data(), memory, freeBytes(driver, device), major});
    }
    return devices;
}

bool cudaComputesBf16(int ordinal)
{
    const auto devices = cudaDriverDevices();
    const auto index = static_cast<std::size_t>(ordinal);
    return index < devices.size() && devices[index].computeMajor >= 8;
}

} // namespace nakama
