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

} // namespace nakama
