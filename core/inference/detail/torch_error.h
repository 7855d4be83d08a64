#pragma once

#include "core/base/result.h"

#include <torch/torch.h>

namespace nakama
{

/** Whether LibTorch could not get memory, on the machine or on a device. */
bool isOutOfMemory(const c10::Error& error);

/** LibTorch's exception as an Error: OutOfDeviceMemory, OutOfMemory or Internal; its message without
 * backtrace. */
Error fromTorch(const c10::Error& error);

} // namespace nakama
