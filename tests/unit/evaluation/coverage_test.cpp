#include "tests/unit/evaluation/simulated_sets.h"

#include <gtest/gtest.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NAKAMA_SLOWED_DOWN 1
#else
#define NAKAMA_SLOWED_DOWN 0
#endif

namespace nakama
{

namespace
{

constexpr int sets = 1000;
constexpr int replicates = 400; ///< as in the table of docs/evaluation.md

/** 5 % of the sets, and what chance adds in one of twenty such tests: 1.645 √(0.05 · 0.95 · 1000) = 11. */
constexpr int mostDifferent = 61;

void expectHonest(const test::SimulatedProcess& process, int pictures)
{
    const test::Simulation simulation(process);
    const auto outcome = test::judge(simulation, simulation.truth(400'000), pictures, sets, replicates);
    for (const auto& [name, held] : {std::pair{"micro", outcome.micro}, std::pair{"macro", outcome.macro},
                                     std::pair{"weighted", outcome.weighted}}) {
        EXPECT_GE(held, 930) << name << " of " << process.name;
        EXPECT_LE(held, 970) << name << " of " << process.name;
        testing::Test::RecordProperty(name, held);
    }
    EXPECT_LE(outcome.different, mostDifferent) << process.name;
    EXPECT_GE(outcome.different, 5) << "a verdict that never speaks says nothing";
    testing::Test::RecordProperty("different", outcome.different);
}

} // namespace

TEST(Coverage, FiveClasses)
{
    if (NAKAMA_SLOWED_DOWN)
        GTEST_SKIP() << "a sanitizer would make an hour of it, and the figures are the same";
    expectHonest({"5 classes, 0.85", 5, 1, 0.85, 0.2, 1}, 200);
}

TEST(Coverage, EighteenClassesWithCopies)
{
    if (NAKAMA_SLOWED_DOWN)
        GTEST_SKIP() << "a sanitizer would make an hour of it, and the figures are the same";
    expectHonest({"18 classes, 0.75, copies", 18, 1, 0.75, 0.35, 5}, 200);
}

} // namespace nakama
