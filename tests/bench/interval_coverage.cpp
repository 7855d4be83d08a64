// How often the 95 % intervals hold the truth, and how often two equal models are called different, on
// simulated test sets: interval_coverage [sets] [replicates]. The truth is the value on a million pictures of
// the same process.

#include "core/base/random.h"
#include "core/evaluation/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

using namespace nakama;

namespace
{

struct Process
{
    const char* name;
    int classes;
    double decay;     ///< of a class's share from one class to the next
    double accuracy;  ///< middle of the classes'
    double spread;    ///< of the classes' accuracies around it
    int largestGroup; ///< 1: no copies
};

/** Draws answers of one or two equally good models on pictures, four in ten of which have copies. */
class Simulation
{
public:
    explicit Simulation(const Process& process) : m_process(process)
    {
        RandomStream random(7, RandomPurpose::Bootstrap);
        for (int k = 0; k < process.classes; ++k) {
            m_shares.push_back(std::pow(process.decay, k));
            m_accuracy.push_back(
                std::clamp(process.accuracy + process.spread * (random.uniform() - 0.5), 0.1, 0.995));
            for (int other = 0; other < process.classes; ++other)
                m_confusions.push_back(other == k ? 0 : std::pow(random.uniform(), 3) + 0.02);
        }
    }

    struct Set
    {
        std::array<PredictionTable, 2> models;
        std::vector<int> groups;
    };
    Set draw(int pictures, std::uint64_t number) const
    {
        RandomStream random(number, RandomPurpose::Bootstrap, 1);
        Set set;
        for (int k = 0; k < m_process.classes; ++k)
            for (auto& model : set.models)
                model.classes.push_back(std::to_string(k));
        for (int group = 0; static_cast<int>(set.groups.size()) < pictures; ++group) {
            const auto truth = pick(m_shares.data(), random);
            const double hard = random.uniform(); // both models find the same pictures hard
            const std::array<std::size_t, 2> first{answer(truth, hard, random), answer(truth, hard, random)};
            const int copies =
                m_process.largestGroup > 1 && random.chance(0.4)
                    ? 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(m_process.largestGroup)))
                    : 1;
            for (int copy = 0; copy < copies; ++copy) {
                const auto id = std::to_string(set.groups.size());
                for (std::size_t m = 0; m < 2; ++m) {
                    const auto said = random.chance(0.8) ? first[m] : answer(truth, hard, random);
                    Prediction row{id, "", static_cast<int>(truth),
                                   std::vector<float>(static_cast<std::size_t>(m_process.classes), 0)};
                    row.logits[said] = 1;
                    set.models[m].rows.push_back(std::move(row));
                }
                set.groups.push_back(group);
            }
        }
        return set;
    }

private:
    std::size_t pick(const double* shares, RandomStream& random) const
    {
        const auto count = static_cast<std::size_t>(m_process.classes);
        double sum = 0;
        for (std::size_t k = 0; k < count; ++k)
            sum += shares[k];
        double left = random.uniform() * sum;
        for (std::size_t k = 0; k + 1 < count; ++k)
            if ((left -= shares[k]) < 0)
                return k;
        return count - 1;
    }
    /** Right where a mixture of the picture's hardness and chance falls below the class's accuracy. */
    std::size_t answer(std::size_t truth, double hard, RandomStream& random) const
    {
        const double draw = random.chance(0.5) ? hard : random.uniform();
        if (draw < m_accuracy[truth])
            return truth;
        return pick(m_confusions.data() + truth * static_cast<std::size_t>(m_process.classes), random);
    }

    Process m_process;
    std::vector<double> m_shares;
    std::vector<double> m_accuracy;
    std::vector<double> m_confusions; ///< [truth][answer]
};

struct Outcome
{
    std::array<int, 3> held{};
    int different = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const int sets = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int replicates = argc > 2 ? std::atoi(argv[2]) : 1000;
    const std::array<Process, 8> processes{{{"2 classes, 0.9", 2, 0.33, 0.9, 0.1, 1},
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
        const Simulation simulation(process);
        F1Scores truth;
        for (std::uint64_t part = 0; part < 50; ++part) {
            const auto score = computeMetrics(simulation.draw(20'000, 1'000'000 + part).models[0])->f1;
            truth = {truth.micro + score.micro / 50, truth.macro + score.macro / 50,
                     truth.weighted + score.weighted / 50};
        }
        for (const int n : {100, 200, 300}) {
            Outcome outcome;
            for (int number = 0; number < sets; ++number) {
                const auto set = simulation.draw(n, static_cast<std::uint64_t>(number));
                const auto intervals = bootstrapIntervals(set.models[0], set.groups, replicates);
                const auto holds = [&](const char* name, double value) {
                    const auto& interval = intervals.at(name);
                    return interval.low <= value && value <= interval.high;
                };
                outcome.held[0] += holds("micro", truth.micro);
                outcome.held[1] += holds("macro", truth.macro);
                outcome.held[2] += holds("weighted", truth.weighted);
                std::map<std::string, std::int64_t> groups;
                for (std::size_t i = 0; i < set.groups.size(); ++i)
                    groups[std::to_string(i)] = set.groups[i];
                const auto comparison =
                    compareRuns({{"a", set.models[0]}, {"b", set.models[1]}}, groups, replicates);
                outcome.different += comparison->pairs.front().verdict != Verdict::NoClearWinner;
            }
            const auto share = [&](int count) { return 100.0 * count / sets; };
            fmt::print("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} |\n", process.name, n,
                       share(outcome.held[0]), share(outcome.held[1]), share(outcome.held[2]),
                       share(outcome.different));
            std::fflush(stdout);
        }
    }
    return 0;
}
