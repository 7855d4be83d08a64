#include "tests/unit/evaluation/simulated_sets.h"

#include "core/evaluation/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace nakama::test
{

Simulation::Simulation(const SimulatedProcess& process) : m_process(process)
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

Simulation::Set Simulation::draw(int pictures, std::uint64_t number) const
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

F1Scores Simulation::truth(int pictures) const
{
    constexpr int part = 20'000;
    const auto classes = static_cast<std::size_t>(m_process.classes);
    const double parts = std::max(1, pictures / part);
    F1Scores sum;
    for (int number = 0; number < static_cast<int>(parts); ++number) {
        const auto set = draw(part, 1'000'000 + static_cast<std::uint64_t>(number));
        ConfusionMatrix confusion(classes, std::vector<std::int64_t>(classes, 0));
        for (const auto& row : set.models[0].rows)
            ++confusion[static_cast<std::size_t>(row.label)][static_cast<std::size_t>(row.predicted())];
        const auto scores = f1FromConfusion(confusion);
        sum = {sum.micro + scores.micro / parts, sum.macro + scores.macro / parts,
               sum.weighted + scores.weighted / parts};
    }
    return sum;
}

std::size_t Simulation::pick(const double* shares, RandomStream& random) const
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

std::size_t Simulation::answer(std::size_t truth, double hard, RandomStream& random) const
{
    const double draw = random.chance(0.5) ? hard : random.uniform();
    if (draw < m_accuracy[truth])
        return truth;
    return pick(m_confusions.data() + truth * static_cast<std::size_t>(m_process.classes), random);
}

SimulatedOutcome judge(const Simulation& simulation, const F1Scores& truth, int pictures, int sets,
                       int replicates)
{
    SimulatedOutcome outcome;
    outcome.sets = sets;
    for (int number = 0; number < sets; ++number) {
        const auto set = simulation.draw(pictures, static_cast<std::uint64_t>(number));
        const auto intervals = bootstrapIntervals(set.models[0], set.groups, replicates);
        const auto holds = [&](const char* name, double value) {
            const auto& interval = intervals.at(name);
            return interval.low <= value && value <= interval.high;
        };
        outcome.micro += holds("micro", truth.micro);
        outcome.macro += holds("macro", truth.macro);
        outcome.weighted += holds("weighted", truth.weighted);
        std::map<std::string, std::int64_t> groups;
        for (std::size_t i = 0; i < set.groups.size(); ++i)
            groups[std::to_string(i)] = set.groups[i];
        const auto comparison = compareRuns({{"a", set.models[0]}, {"b", set.models[1]}}, groups, replicates);
        outcome.different += comparison->pairs.front().verdict != Verdict::NoClearWinner;
    }
    return outcome;
}

} // namespace nakama::test
