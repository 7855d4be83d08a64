#include "core/evaluation/comparison.h"

#include "core/base/random.h"
#include "core/evaluation/common_rows.h"
#include "core/evaluation/grouped_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace nakama
{

namespace
{

constexpr double level = 0.05; ///< how often equal runs may be called different

/** The runs' answers on the labelled pictures that all of them have. */
Result<std::vector<PredictionTable>> onCommonPictures(const std::vector<ComparedRun>& runs)
{
    if (runs.size() < 2)
        return fail(ErrorCode::InvalidArgument, "comparing takes at least two runs; name another");
    std::vector<const PredictionTable*> tables;
    for (const auto& run : runs) {
        if (run.table.classes != runs.front().table.classes)
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("it was trained on other classes than {}; compare runs of the same classes",
                            runs.front().id),
                run.id);
        tables.push_back(&run.table);
    }
    auto common = commonRows(tables);
    for (auto& table : common)
        std::erase_if(table.rows, [](const Prediction& row) { return row.label < 0; });
    if (common.front().rows.empty())
        return fail(ErrorCode::InvalidArgument,
                    "the runs have no labelled picture in common; evaluate them on the same set");
    return common;
}

std::vector<int> groupsOf(const PredictionTable& table, const std::map<std::string, std::int64_t>& groupOfId)
{
    std::vector<int> groups;
    std::unordered_map<std::int64_t, int> numbers;
    int next = 0;
    for (const auto& row : table.rows) {
        const auto found = groupOfId.find(row.id);
        if (found == groupOfId.end()) {
            groups.push_back(next++);
            continue;
        }
        const auto [number, isNew] = numbers.try_emplace(found->second, next);
        next += isNew;
        groups.push_back(number->second);
    }
    return groups;
}

double deltaError(const GroupedAnswers::Sample& a, const GroupedAnswers::Sample& b,
                  const std::vector<int>& counts)
{
    double sum = 0;
    for (std::size_t g = 0; g < counts.size(); ++g) {
        const double moved = a.influence[g].macro - b.influence[g].macro;
        sum += counts[g] * moved * moved;
    }
    return std::sqrt(sum);
}

/** Interval of the difference by the symmetric studentised bootstrap, both runs on the same draws of groups.
 */
Interval bootstrapInterval(const GroupedAnswers& a, const GroupedAnswers& b, int replicates,
                           std::uint64_t seed)
{
    const std::vector<int> once(a.groups(), 1);
    const auto wholeA = a.sample(once);
    const auto wholeB = b.sample(once);
    const double delta = wholeA.scores.macro - wholeB.scores.macro;
    const double error = deltaError(wholeA, wholeB, once);
    if (error == 0 || replicates < 1)
        return {delta, delta};
    std::vector<double> deviations;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        const auto counts = drawGroups(a.groups(), seed, replicate);
        const auto drawnA = a.sample(counts);
        const auto drawnB = b.sample(counts);
        // A replicate in which the two hardly differ knows of little spread, which must not pass for
        // certainty.
        const double spread = std::max(deltaError(drawnA, drawnB, counts), error / 10);
        deviations.push_back(std::abs(drawnA.scores.macro - drawnB.scores.macro - delta) / spread);
    }
    std::sort(deviations.begin(), deviations.end());
    const double half = quantile(deviations, 1 - level) * error;
    return {std::max(-1.0, delta - half), std::min(1.0, delta + half)};
}

/**
 * How often the difference is as large where it is left to chance, group by group, which of the two runs gave
 * which answers: the approximate randomisation test, exact for equal runs (Noreen, "Computer-intensive
 * methods", 1989).
 */
double randomisationP(GroupedAnswers a, GroupedAnswers b, int replicates, std::uint64_t seed)
{
    const double delta = std::abs(a.macro() - b.macro()) - 1e-12;
    int asLarge = 0;
    for (int replicate = 0; replicate < replicates; ++replicate) {
        RandomStream random(seed, RandomPurpose::Bootstrap, 1, static_cast<std::uint64_t>(replicate));
        for (std::size_t group = 0; group < a.groups(); ++group)
            if (random.chance(0.5))
                a.exchange(b, group);
        asLarge += std::abs(a.macro() - b.macro()) >= delta;
    }
    return (asLarge + 1.0) / (replicates + 1.0);
}

void countDiscordant(PairComparison& pair, const PredictionTable& a, const PredictionTable& b)
{
    for (std::size_t i = 0; i < a.rows.size(); ++i) {
        const bool rightA = a.rows[i].predicted() == a.rows[i].label;
        const bool rightB = b.rows[i].predicted() == b.rows[i].label;
        pair.onlyA += rightA && !rightB;
        pair.onlyB += rightB && !rightA;
    }
    pair.mcnemarP = mcnemarP(pair.onlyA, pair.onlyB);
}

} // namespace

std::string PairComparison::verdictWords() const
{
    if (verdict == Verdict::NoClearWinner)
        return "no clear winner";
    return (verdict == Verdict::ABetter ? a : b) + " is better";
}

std::string PairComparison::words() const
{
    const auto range =
        fmt::format("macro-F1 differs by {:+.3f}, 95 % interval {:+.3f} to {:+.3f}, p = {:.3f}", deltaMacro,
                    interval.low, interval.high, adjustedP);
    if (verdict == Verdict::NoClearWinner)
        return fmt::format("{} between {} and {}: {}", verdictWords(), a, b, range);
    return fmt::format("{} than {}: {}", verdictWords(), verdict == Verdict::ABetter ? b : a, range);
}

Result<Comparison> compareRuns(const std::vector<ComparedRun>& runs,
                               const std::map<std::string, std::int64_t>& groupOfId, int replicates,
                               std::uint64_t seed)
{
    NAKAMA_TRY(const auto common, onCommonPictures(runs));
    const auto groups = groupsOf(common.front(), groupOfId);
    std::vector<GroupedAnswers> answers;
    for (const auto& table : common)
        answers.emplace_back(table, groups);
    Comparison comparison;
    comparison.n = std::ssize(common.front().rows);
    comparison.groups = static_cast<std::int64_t>(answers.front().groups());
    std::vector<double> p;
    for (std::size_t a = 0; a < common.size(); ++a) {
        for (std::size_t b = a + 1; b < common.size(); ++b) {
            PairComparison pair;
            pair.a = runs[a].id;
            pair.b = runs[b].id;
            countDiscordant(pair, common[a], common[b]);
            pair.deltaMacro = answers[a].macro() - answers[b].macro();
            pair.interval = bootstrapInterval(answers[a], answers[b], replicates, seed);
            pair.p = randomisationP(answers[a], answers[b], replicates, seed);
            p.push_back(pair.p);
            comparison.pairs.push_back(std::move(pair));
        }
    }
    const auto adjusted = holmAdjusted(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto& pair = comparison.pairs[i];
        pair.adjustedP = adjusted[i];
        if (pair.adjustedP < level && (pair.interval.low > 0 || pair.interval.high < 0))
            pair.verdict = pair.deltaMacro > 0 ? Verdict::ABetter : Verdict::BBetter;
    }
    return comparison;
}

double mcnemarP(std::int64_t onlyA, std::int64_t onlyB)
{
    const auto n = onlyA + onlyB;
    if (n == 0)
        return 1;
    const auto fewer = std::min(onlyA, onlyB);
    const auto count = static_cast<double>(n);
    double tail = 0;
    for (std::int64_t k = 0; k <= fewer; ++k) {
        const auto hits = static_cast<double>(k);
        tail += std::exp(std::lgamma(count + 1) - std::lgamma(hits + 1) - std::lgamma(count - hits + 1) -
                         count * std::log(2.0));
    }
    return std::min(1.0, 2 * tail);
}

std::vector<double> holmAdjusted(const std::vector<double>& p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, std::min(1.0, p[order[i]] * static_cast<double>(order.size() - i)));
        adjusted[order[i]] = largest;
    }
    return adjusted;
}

} // namespace nakama
