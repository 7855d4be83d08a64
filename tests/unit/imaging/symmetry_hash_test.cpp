#include "core/base/random.h"
#include "core/imaging/symmetry_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

namespace nakama
{

namespace
{

SymmetryHash randomHash(RandomStream& random)
{
    return ((SymmetryHash{random.next()} << 32) | random.next()) & ~SymmetryHash{1};
}

/** By the definition: the sign of each frequency in turn. */
SymmetryHash changed(SymmetryHash hash, const Symmetry& symmetry)
{
    SymmetryHash result = 0;
    for (unsigned y = 0; y < 8; ++y)
        for (unsigned x = 0; x < 8; ++x) {
            if (x + y == 0)
                continue;
            bool sign = (hash >> (symmetry.transposed ? symmetryHashBit(y, x) : symmetryHashBit(x, y))) & 1U;
            sign ^= symmetry.mirroredX && x % 2 == 1;
            sign ^= symmetry.mirroredY && y % 2 == 1;
            sign ^= symmetry.inverted;
            result |= SymmetryHash{sign} << symmetryHashBit(x, y);
        }
    return result;
}

std::vector<Symmetry> allSymmetries()
{
    std::vector<Symmetry> all;
    for (unsigned i = 0; i < 16; ++i)
        all.push_back({(i & 1U) != 0, (i & 2U) != 0, (i & 4U) != 0, (i & 8U) != 0});
    return all;
}

} // namespace

TEST(SymmetryHash, EverySymmetryIsFoundAndUndone)
{
    RandomStream random(1, RandomPurpose::Shuffle);
    for (int round = 0; round < 50; ++round) {
        const auto hash = randomHash(random);
        for (const auto& symmetry : allSymmetries()) {
            const auto copy = changed(hash, symmetry);
            const auto closest = closestSymmetry(hash, copy);
            EXPECT_EQ(closest.bits, 0);
            EXPECT_EQ(closest.symmetry, symmetry);
            EXPECT_EQ(changed(copy, symmetry.inverse()), hash);
        }
        EXPECT_EQ(transposed(hash), changed(hash, {true, false, false, false}));
    }
}

TEST(SymmetryHash, TheBoundIsNeverAboveTheDistance)
{
    RandomStream random(2, RandomPurpose::Shuffle);
    for (int round = 0; round < 2000; ++round) {
        const auto a = randomHash(random), b = randomHash(random);
        EXPECT_EQ(std::min(leastDistance(a, b), leastDistance(transposed(a), b)) <=
                      closestSymmetry(a, b).bits,
                  true);
        EXPECT_LE(closestSymmetry(a, b).bits, plainDistance(a, b));
    }
}

TEST(SymmetryHash, CopiesWithOneWholeLaneShareAKeyUnderEverySymmetry)
{
    RandomStream random(3, RandomPurpose::Shuffle);
    for (int round = 0; round < 100; ++round) {
        const auto hash = randomHash(random);
        for (unsigned lane = 0; lane < 4; ++lane) {
            const auto others = randomHash(random) & ~(SymmetryHash{0xFFFF} << (16 * lane));
            const auto like = (hash & (SymmetryHash{0xFFFF} << (16 * lane))) | others;
            for (const auto& symmetry : allSymmetries()) {
                std::set<std::pair<int, std::uint16_t>> keys, found;
                const auto add = [](auto& to, SymmetryHash from) {
                    const auto its = symmetryKeys(from);
                    for (int i = 0; i < 4; ++i)
                        to.emplace(std::min(i, 2), its[static_cast<std::size_t>(i)].key);
                };
                add(keys, hash);
                add(found, changed(like, symmetry));
                std::vector<std::pair<int, std::uint16_t>> shared;
                std::ranges::set_intersection(keys, found, std::back_inserter(shared));
                EXPECT_FALSE(shared.empty()) << "lane " << lane;
            }
        }
    }
}

TEST(SymmetryHash, SymmetriesAreTurnsForPeople)
{
    EXPECT_EQ((Symmetry{true, true, false, false}.quarterTurns()), 1);
    EXPECT_FALSE((Symmetry{true, true, false, false}.isMirrored()));
    EXPECT_EQ((Symmetry{false, true, true, false}.quarterTurns()), 2);
    EXPECT_FALSE((Symmetry{false, true, true, false}.isMirrored()));
    EXPECT_EQ((Symmetry{true, false, true, false}.quarterTurns()), 3);
    EXPECT_TRUE((Symmetry{false, true, false, false}.isMirrored()));
    EXPECT_EQ((Symmetry{false, true, false, false}.quarterTurns()), 0);
    EXPECT_TRUE((Symmetry{true, false, false, false}.isMirrored()));
}

} // namespace nakama
