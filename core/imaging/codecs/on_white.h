#pragma once

#include <cstdint>

namespace nakama::codecs
{

/**
 * Composites a row of R, G, B, A pixels on white into R, G, B. White, because drawings are drawn, scanned and
 * shown on white; dropping the channel would show whatever colour lies unseen under the transparent pixels.
 */
void blendRowOnWhite(const std::uint8_t* rgba, std::uint8_t* rgb, int width);

} // namespace nakama::codecs
