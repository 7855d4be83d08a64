// How often the 95 % intervals hold the truth, and how often two equal models are called different, on
// simulated test sets: interval_coverage [sets] [replicates]. The truth is the value on a million pictures of
// the same process. tests/unit/evaluation/coverage_test.cpp asserts two of these rows.

#include "tests/unit/evaluation/simulated_sets.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace nakama;

int main(int argc, char** argv)
{
    const int sets = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int replicates = argc > 2 ? std::atoi(argv[2]) : 1000;
    const std::array<test::SimulatedProcess, 8> processes{
        {{"2 classes, 0.9", 2, 0.33, 0.9, 0.1, 1},
         {"5 classes, 0.85", 5, 1, 0.85, 0.2, 1},
         {"5 classes, 0.9, unbalanced", 5, 0.6, 0.9, 0.1, 1},
         {"5 classes, 0.97", 5, 1, 0.97, 0.03, 1},
         {"18 classes, 0.75", 18, 1, 0.75, 0.35, 1},
         {"18 classes, 0.75, copies", 18, 1, 0.75, 0.35, 5},
         {"18 classes, 0.75, unbalanced", 18, 0.9, 0.75, 0.35, 1},
         {"18 classes, 0.6, unbalanced, copies", 18, 0.9, 0.6, 0.35, 5}}};
    fmt::print("| process | n | micro | macro | weighted | equal models called different "
               "|\n|---|---|---|---|---|---|\n");
    for (const auto& process : processes) {
        const test::Simulation simulation(process);
        const auto truth = simulation.truth();
        for (const int n : {100, 200, 300}) {
            const auto outcome = test::judge(simulation, truth, n, sets, replicates);
            const auto share = [&](int count) { return 100.0 * count / sets; };
            fmt::print("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} |\n", process.name, n,
                       share(outcome.micro), share(outcome.macro), share(outcome.weighted),
                       share(outcome.different));
            std::fflush(stdout);
        }
    }
    return 0;
}
