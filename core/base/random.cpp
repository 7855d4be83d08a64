#include "core/base/random.h"

#include <cmath>
#include <numbers>
#include <tuple>

namespace nakama
{

namespace
{

std::pair<std::uint32_t, std::uint32_t> multiplyWide(std::uint32_t a, std::uint32_t b)
{
    const std::uint64_t product = std::uint64_t{a} * b;
    return {static_cast<std::uint32_t>(product >> 32), static_cast<std::uint32_t>(product)};
}

/** SplitMix64's finaliser: spreads the bits of the key's four parts. */
std::uint64_t mix(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

} // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const auto [high0, low0] = multiplyWide(0xD2511F53u, counter[0]);
        const auto [high1, low1] = multiplyWide(0xCD9E8D57u, counter[2]);
        counter = {high1 ^ counter[1] ^ key[0], low1, high0 ^ counter[3] ^ key[1], low0};
        key[0] += 0x9E3779B9u;
        key[1] += 0xBB67AE85u;
    }
    return counter;
}

RandomStream::RandomStream(std::uint64_t seed, RandomPurpose purpose, std::uint64_t epoch,
                           std::uint64_t index)
{
    const std::uint64_t key = mix(seed ^ (std::uint64_t{static_cast<std::uint32_t>(purpose)} << 56));
    const std::uint64_t stream = mix(mix(epoch) ^ index);
    m_key = {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)};
    m_counter = {0, 0, static_cast<std::uint32_t>(stream), static_cast<std::uint32_t>(stream >> 32)};
}

void RandomStream::refill()
{
    m_block = philox4x32(m_counter, m_key);
    m_used = 0;
    if (++m_counter[0] == 0)
        ++m_counter[1];
}

std::uint32_t RandomStream::next()
{
    if (m_used == m_block.size())
        refill();
    return m_block[m_used++];
}

double RandomStream::uniform()
{
    const std::uint64_t high = next() >> 5;
    const std::uint64_t low = next() >> 6;
    return static_cast<double>((high << 26) | low) * 0x1.0p-53;
}

std::uint32_t RandomStream::below(std::uint32_t bound)
{
    // Lemire, "Fast random integer generation in an interval", 2019.
    auto [high, low] = multiplyWide(next(), bound);
    const std::uint32_t threshold = (0u - bound) % bound;
    while (low < threshold)
        std::tie(high, low) = multiplyWide(next(), bound);
    return high;
}

double RandomStream::normal()
{
    if (m_hasSpareNormal) {
        m_hasSpareNormal = false;
        return m_spareNormal;
    }
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    const double angle = 2.0 * std::numbers::pi * uniform();
    m_spareNormal = radius * std::sin(angle);
    m_hasSpareNormal = true;
    return radius * std::cos(angle);
}

} // namespace nakama
