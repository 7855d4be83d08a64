#include "core/imaging/codecs/on_white.h"

namespace nakama::codecs
{

void blendRowOnWhite(const std::uint8_t* rgba, std::uint8_t* rgb, int width)
{
    for (int x = 0; x < width; ++x, rgba += 4, rgb += 3) {
        const unsigned alpha = rgba[3];
        for (int channel = 0; channel < 3; ++channel) {
            // Rounded division by 255, as Pillow's paste does it.
            const unsigned sum = rgba[channel] * alpha + 255 * (255 - alpha) + 128;
            rgb[channel] = static_cast<std::uint8_t>((sum + (sum >> 8)) >> 8);
        }
    }
}

} // namespace nakama::codecs
