#pragma once

#include <array>
#include <cstdint>

namespace nakama
{

/** What was done to a picture, in this order: transposed, mirrored along x and y, colours inverted. */
struct Symmetry
{
    bool transposed = false;
    bool mirroredX = false;
    bool mirroredY = false;
    bool inverted = false;

    bool operator==(const Symmetry&) const = default;
    /** What leads back. */
    Symmetry inverse() const;
    /** The same in the words of people: first mirrored left to right, then turned clockwise. */
    bool isMirrored() const;
    int quarterTurns() const;
};

/**
 * The signs of a picture's 8 × 8 lowest cosine frequencies, without the mean. Four lanes of 16 bits, by
 * whether the frequencies along x and y are odd (lane = odd x + 2 · odd y), each 4 × 4 from its lowest bit;
 * bit 0 is the mean and always 0. Mirroring and inverting flip whole lanes, and transposing transposes them,
 * so all 16 symmetries of a picture are compared without computing anything anew.
 */
using SymmetryHash = std::uint64_t;

/** Index of a frequency's bit; x, y: 0…7. */
constexpr unsigned symmetryHashBit(unsigned x, unsigned y)
{
    return 16 * (x % 2 + 2 * (y % 2)) + 4 * (y / 2) + x / 2;
}

struct SymmetryDistance
{
    int bits = 0;      ///< that differ, of 63
    Symmetry symmetry; ///< what makes the first into the second with the fewest such bits, the plainest first
};

/** Bits that differ as the pictures are. */
int plainDistance(SymmetryHash a, SymmetryHash b);
/** The fewest of all 16 symmetries. */
SymmetryDistance closestSymmetry(SymmetryHash a, SymmetryHash b);
/** The hash of the picture with x and y exchanged. */
SymmetryHash transposed(SymmetryHash hash);

/**
 * A lower bound of plainDistance() under all symmetries but transposing: with that of the transposed hash,
 * one of closestSymmetry().bits. It stands here because millions of hashes are compared with it.
 */
inline int leastDistance(SymmetryHash a, SymmetryHash b)
{
    // The classic count of bits in parallel, stopped at sums of 16 bits; each lane may be flipped.
    auto sums = a ^ b;
    sums -= (sums >> 1) & 0x5555'5555'5555'5555U;
    sums = (sums & 0x3333'3333'3333'3333U) + ((sums >> 2) & 0x3333'3333'3333'3333U);
    sums = (sums + (sums >> 4)) & 0x0F0F'0F0F'0F0F'0F0FU;
    const auto count = [&](int lane) {
        return static_cast<int>(((sums >> (16 * lane)) + (sums >> (16 * lane + 8))) & 0xFF);
    };
    const auto least = [](int bits, int flipped) { return bits < flipped ? bits : flipped; };
    return least(count(0), 15 - count(0)) + least(count(1), 16 - count(1)) + least(count(2), 16 - count(2)) +
           least(count(3), 16 - count(3));
}

/** One lane of a hash as a key that is the same under every symmetry. */
struct SymmetryKey
{
    std::uint16_t key = 0;
    bool isSelfTransposed = false; ///< the lane is the same transposed, so hash may be meant either way
    SymmetryHash hash = 0;         ///< transposed where the key was taken from the transposed lane
};

/**
 * A key for each lane. Lanes 1 and 2 change places where a picture is transposed, so the last two keys share
 * a table. Two pictures of which any lane is alike share that key, and their hashes that come with it differ
 * by flips of lanes only.
 */
std::array<SymmetryKey, 4> symmetryKeys(SymmetryHash hash);

} // namespace nakama
