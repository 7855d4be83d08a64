#include "core/engine/libtorch_engine.h"

extern "C" __attribute__((visibility("default"))) nakama::Engine* nakamaMakeEngine(int wantedInterface)
{
    return wantedInterface == nakama::engineInterface ? new nakama::LibTorchEngine : nullptr;
}
