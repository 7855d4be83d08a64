#pragma once

#include "core/sample/scene.h"

namespace nakama
{

/** Paints the whole picture; the canvas spans it from (0, 0) to (1, 1). */
void drawBackdrop(const Canvas& canvas, const Scene& scene, RandomStream& random);

} // namespace nakama
