#pragma once

#include "core/engine/engine.h"

namespace nakama
{

/**
 * Loads the engine's shared library (about half a second: LibTorch) and makes an engine. It is looked for in
 * $NAKAMA_ENGINE, beside the executable, and in ../lib/nakama. The library stays loaded until the process
 * ends. Error: NotFound or Unsupported, with where it was looked for.
 */
Result<std::unique_ptr<Engine>> loadEngine();

/**
 * Lets LibTorch's OpenMP threads sleep while they wait, where OMP_WAIT_POLICY does not say otherwise; the
 * first thing that main() does. Spinning, they take the cores from the threads that load pictures, from the
 * window and from other programs: a training step took four times as long on a busy machine. OpenMP reads the
 * variable when it is loaded, and libraries load it before main(): so the program starts once more, as
 * itself, which takes some hundredths of a second. Where that cannot be, nothing happens.
 */
void letOpenMpThreadsSleep(char** arguments);

} // namespace nakama
