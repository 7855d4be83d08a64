#pragma once

namespace nakama
{

/**
 * While it lives, memory that is freed stays with the process, and then it is given back at once. Every step
 * frees and takes the same gradients and maps again; handing them to the system in between costs about a
 * twelfth of the training time (ResNet-18 at 64 px: 4 times as many page faults).
 */
class KeepFreedMemory
{
public:
    KeepFreedMemory();
    ~KeepFreedMemory();
    KeepFreedMemory(const KeepFreedMemory&) = delete;
    KeepFreedMemory& operator=(const KeepFreedMemory&) = delete;
};

} // namespace nakama
