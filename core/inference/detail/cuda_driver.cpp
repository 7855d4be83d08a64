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

    bool complete() const { return init && count && device && name && memory; }
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
    return driver;
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
        devices.push_back({name.data(), memory});
    }
    return devices;
}

} // namespace nakama
