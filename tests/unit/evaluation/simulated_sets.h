#pragma once

#include "core/base/random.h"
#include "core/evaluation/metrics.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nakama::test
{

/** How simulated pictures and the answers on them come about. */
struct SimulatedProcess
{
    const char* name;
    int classes;
    double decay;     ///< of a class's share from one class to the next
    double accuracy;  ///< middle of the classes'
    double spread;    ///< of the classes' accuracies around it
    int largestGroup; ///< 1: no copies
};

/** Draws answers of two equally good models on pictures, four in ten of which have copies where a process has
 * any. */
class Simulation
{
public:
    explicit Simulation(const SimulatedProcess& process);

    struct Set
    {
        std::array<PredictionTable, 2> models;
        std::vector<int> groups; ///< of each picture
    };
    Set draw(int pictures, std::uint64_t number) const;

    /** F1 on as many pictures, so many that it is the process's own. */
    F1Scores truth(int pictures = 1'000'000) const;

private:
    std::size_t pick(const double* shares, RandomStream& random) const;
    /** Right where a mixture of the picture's hardness and chance falls below the class's accuracy. */
    std::size_t answer(std::size_t truth, double hard, RandomStream& random) const;

    SimulatedProcess m_process;
    std::vector<double> m_shares;
    std::vector<double> m_accuracy;
    std::vector<double> m_confusions; ///< [truth][answer]
};

/** Of a number of sets: in how many the intervals held the truth, and in how many the two models, which are
 * equally good, were called different. */
struct SimulatedOutcome
{
    int sets = 0;
    int micro = 0;
    int macro = 0;
    int weighted = 0;
    int different = 0;
};
SimulatedOutcome judge(const Simulation& simulation, const F1Scores& truth, int pictures, int sets,
                       int replicates);

} // namespace nakama::test
