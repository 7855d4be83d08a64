#include "core/imaging/symmetry_hash.h"

#include <algorithm>
#include <bit>

namespace nakama
{

namespace
{

constexpr std::uint64_t meanBit = 1;
constexpr std::array<int, 4> laneBits{15, 16, 16, 16};

std::uint16_t lane(SymmetryHash hash, int index)
{
    return static_cast<std::uint16_t>(hash >> (16 * index));
}

std::array<int, 4> laneDistances(SymmetryHash a, SymmetryHash b)
{
    std::array<int, 4> distances;
    for (int i = 0; i < 4; ++i)
        distances[static_cast<std::size_t>(i)] = std::popcount(lane(a ^ b, i));
    return distances;
}

std::uint16_t withoutSign(std::uint16_t key)
{
    return std::min(key, static_cast<std::uint16_t>(~key));
}

std::uint16_t withoutSignOrMean(std::uint16_t key)
{
    return std::min(key, static_cast<std::uint16_t>(~key & ~meanBit));
}

} // namespace

Symmetry Symmetry::inverse() const
{
    return transposed ? Symmetry{true, mirroredY, mirroredX, inverted} : *this;
}

bool Symmetry::isMirrored() const
{
    return transposed == (mirroredX == mirroredY);
}

int Symmetry::quarterTurns() const
{
    if (transposed)
        return mirroredX ? 1 : 3;
    return mirroredY ? 2 : 0;
}

int plainDistance(SymmetryHash a, SymmetryHash b)
{
    return std::popcount(a ^ b);
}

SymmetryDistance closestSymmetry(SymmetryHash a, SymmetryHash b)
{
    SymmetryDistance best{64, {}};
    for (const bool transpose : {false, true}) {
        const auto distances = laneDistances(transpose ? transposed(a) : a, b);
        for (unsigned flips = 0; flips < 8; ++flips) {
            const bool inverted = flips & 4;
            const bool mirroredX = flips & 1;
            const bool mirroredY = flips & 2;
            const std::array flipped{inverted, inverted != mirroredX, inverted != mirroredY,
                                     (inverted != mirroredX) != mirroredY};
            int bits = 0;
            for (std::size_t i = 0; i < 4; ++i)
                bits += flipped[i] ? laneBits[i] - distances[i] : distances[i];
            if (bits < best.bits)
                best = {bits, {transpose, mirroredX, mirroredY, inverted}};
        }
    }
    return best;
}

SymmetryHash transposed(SymmetryHash hash)
{
    auto swapped = (hash ^ (hash >> 3)) & 0x0A0A'0A0A'0A0A'0A0AU;
    hash ^= swapped ^ (swapped << 3);
    swapped = (hash ^ (hash >> 6)) & 0x00CC'00CC'00CC'00CCU;
    hash ^= swapped ^ (swapped << 6);
    const auto lanes = (hash ^ (hash >> 16)) & 0x0000'0000'FFFF'0000U;
    return hash ^ lanes ^ (lanes << 16);
}

std::array<SymmetryKey, 4> symmetryKeys(SymmetryHash hash)
{
    const auto turned = transposed(hash);
    const auto either = [&](std::uint16_t key, std::uint16_t turnedKey) {
        return SymmetryKey{std::min(key, turnedKey), key == turnedKey, key <= turnedKey ? hash : turned};
    };
    return {either(withoutSignOrMean(lane(hash, 0)), withoutSignOrMean(lane(turned, 0))),
            either(withoutSign(lane(hash, 3)), withoutSign(lane(turned, 3))),
            SymmetryKey{withoutSign(lane(hash, 1)), false, hash},
            SymmetryKey{withoutSign(lane(turned, 1)), false, turned}};
}

} // namespace nakama
