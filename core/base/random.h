#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace nakama
{

/** What a random draw is for. Values are part of the format of seeded runs: append, never renumber. */
enum class RandomPurpose : std::uint32_t {
    Split = 1,
    Shuffle = 2,
    Augment = 3,
    Weights = 4,
    Painting = 5,
    Bootstrap = 6,
    Dropout = 7,
    Caps = 8,
    Backoff = 9,
    Sampling = 10,
    Layout = 11,
};

/** The Philox4x32-10 block function; Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

/**
 * Counter-based random stream (Philox), keyed by (seed, purpose, epoch, index): what a sample draws does not
 * depend on how many threads drew before it, and any draw can be replayed from its key. Same values on every
 * machine.
 */
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, RandomPurpose purpose, std::uint64_t epoch = 0, std::uint64_t index = 0);

    /** 32 uniform bits. */
    std::uint32_t next();
    /** Uniform in [0, 1), 53 bits. */
    double uniform();
    /** Uniform in [low, high). */
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /** Uniform integer in [0, bound), without modulo bias; bound > 0. */
    std::uint32_t below(std::uint32_t bound);
    /** Standard normal (Box-Muller). */
    double normal();
    /** True with the given probability. */
    bool chance(double probability) { return uniform() < probability; }

    /** Fisher-Yates, from the last element down. */
    template<typename T>
    void shuffle(std::span<T> items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }

private:
    void refill();

    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 4> m_block{};
    unsigned m_used = 4;
    double m_spareNormal = 0;
    bool m_hasSpareNormal = false;
};

} // namespace nakama
