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
 * Lets the threads of LibTorch's OpenMP and of OpenBLAS sleep while they wait, where OMP_WAIT_POLICY and
 * OPENBLAS_THREAD_TIMEOUT do not say otherwise; the first thing that main() does. Spinning, they take the
 * cores from each other, from the threads that load pictures, from the window and from other programs: a
 * training step took four times as long on a busy machine. Both libraries read the variables when they are
 * loaded, and that is before main(): so the program starts once more, as itself, which takes some hundredths
 * of a second. Where that cannot be, nothing happens.
 */
void letWaitingThreadsSleep(char** arguments);

} // namespace nakama
