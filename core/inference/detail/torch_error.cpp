#include "core/inference/detail/torch_error.h"

#include <string_view>

namespace nakama
{

namespace
{

/** How LibTorch's CPU allocator puts it; it has no exception type of its own. */
bool isOutOfHostMemory(const c10::Error& error)
{
    return std::string_view(error.what_without_backtrace()).find("can't allocate memory") !=
           std::string_view::npos;
}

bool isOutOfDeviceMemory(const c10::Error& error)
{
    return dynamic_cast<const c10::OutOfMemoryError*>(&error) != nullptr;
}

} // namespace

bool isOutOfMemory(const c10::Error& error)
{
    return isOutOfDeviceMemory(error) || isOutOfHostMemory(error);
}

Error fromTorch(const c10::Error& error)
{
    if (isOutOfDeviceMemory(error))
        return {
            ErrorCode::OutOfDeviceMemory,
            "the device ran out of memory; use a smaller batch or smaller pictures, or end what else runs "
            "on the device",
            {}};
    if (isOutOfHostMemory(error))
        return {
            ErrorCode::OutOfMemory,
            "the machine ran out of memory; use a smaller batch or smaller pictures, or close other programs",
            {}};
    return {ErrorCode::Internal, error.what_without_backtrace(), "LibTorch"};
}

} // namespace nakama
