#include "core/evaluation/grouped_answers.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace nakama
{

GroupedAnswers::GroupedAnswers(const PredictionTable& table, const std::vector<int>& groups)
    : m_classes(table.classes.size())
{
    std::unordered_map<int, std::size_t> places;
    std::size_t labelled = 0;
    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        if (!groups.empty() && labelled >= groups.size())
            throw std::invalid_argument("GroupedAnswers: fewer groups than labelled rows");
        const auto place = groups.empty()
                               ? m_answers.size()
                               : places.try_emplace(groups[labelled], m_answers.size()).first->second;
        if (place == m_answers.size())
            m_answers.emplace_back();
        m_answers[place].push_back(
            {static_cast<std::size_t>(row.label), static_cast<std::size_t>(row.predicted())});
        ++labelled;
    }
}

std::vector<ClassTally> GroupedAnswers::tallies(const std::vector<int>& counts) const
{
    std::vector<ClassTally> tallies(m_classes);
    for (std::size_t g = 0; g < m_answers.size(); ++g) {
        for (const auto& one : m_answers[g]) {
            tallies[one.truth].support += counts[g];
            tallies[one.answer].predicted += counts[g];
            tallies[one.truth].hits += one.truth == one.answer ? counts[g] : 0;
        }
    }
    return tallies;
}

GroupedAnswers::Sample GroupedAnswers::sample(const std::vector<int>& counts) const
{
    const auto ofClass = tallies(counts);
    std::int64_t n = 0;
    std::int64_t hits = 0;
    for (const auto& tally : ofClass) {
        n += tally.support;
        hits += tally.hits;
    }
    const auto classes = static_cast<double>(m_classes);
    const auto pictures = static_cast<double>(n);
    Sample sample;
    sample.influence.resize(m_answers.size());
    if (n == 0)
        return sample;
    std::vector<double> f1(m_classes);
    std::vector<double> whole(m_classes);
    for (std::size_t k = 0; k < m_classes; ++k) {
        f1[k] = ofClass[k].f1();
        whole[k] = static_cast<double>(ofClass[k].support + ofClass[k].predicted);
        sample.scores.macro += f1[k] / classes;
        sample.scores.weighted += f1[k] * static_cast<double>(ofClass[k].support) / pictures;
    }
    sample.scores.micro = static_cast<double>(hits) / pictures;

    // F1 is 2 hits / (support + predicted); a picture moves it by (2 · hit − F1 · its counts) / (support +
    // predicted).
    for (std::size_t g = 0; g < m_answers.size(); ++g) {
        if (counts[g] == 0)
            continue;
        auto& moved = sample.influence[g];
        for (const auto& [truth, answer] : m_answers[g]) {
            const bool right = truth == answer;
            const double ofTruth = right ? 2 * (1 - f1[truth]) / whole[truth] : -f1[truth] / whole[truth];
            const double ofAnswer = right ? 0 : -f1[answer] / whole[answer];
            moved.micro += ((right ? 1 : 0) - sample.scores.micro) / pictures;
            moved.macro += (ofTruth + ofAnswer) / classes;
            moved.weighted +=
                (f1[truth] - sample.scores.weighted + ofTruth * static_cast<double>(ofClass[truth].support) +
                 ofAnswer * static_cast<double>(ofClass[answer].support)) /
                pictures;
        }
    }
    return sample;
}

void GroupedAnswers::exchange(GroupedAnswers& other, std::size_t group)
{
    std::swap(m_answers[group], other.m_answers[group]);
}

double GroupedAnswers::macro() const
{
    double sum = 0;
    for (const auto& tally : tallies(std::vector<int>(groups(), 1)))
        sum += tally.f1();
    return sum / static_cast<double>(m_classes);
}

double GroupedAnswers::macroOfMeasured() const
{
    double sum = 0;
    double measured = 0;
    for (const auto& tally : tallies(std::vector<int>(groups(), 1))) {
        sum += tally.f1(); // 0 for a class without pictures
        measured += tally.support > 0;
    }
    return measured > 0 ? sum / measured : 0;
}

F1Scores standardErrors(const std::vector<F1Scores>& influence, const std::vector<int>& counts)
{
    F1Scores sum;
    for (std::size_t g = 0; g < influence.size(); ++g) {
        sum.micro += counts[g] * influence[g].micro * influence[g].micro;
        sum.macro += counts[g] * influence[g].macro * influence[g].macro;
        sum.weighted += counts[g] * influence[g].weighted * influence[g].weighted;
    }
    return {std::sqrt(sum.micro), std::sqrt(sum.macro), std::sqrt(sum.weighted)};
}

std::vector<int> drawGroups(std::size_t groups, std::uint64_t seed, int replicate)
{
    RandomStream random(seed, RandomPurpose::Bootstrap, 0, static_cast<std::uint64_t>(replicate));
    std::vector<int> counts(groups, 0);
    for (std::size_t draw = 0; draw < groups; ++draw)
        ++counts[random.below(static_cast<std::uint32_t>(groups))];
    return counts;
}

double quantile(const std::vector<double>& values, double share)
{
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], position - static_cast<double>(below));
}

} // namespace nakama
