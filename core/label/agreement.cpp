#include "core/label/agreement.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace nakama
{

namespace
{

using Ratings = std::map<std::int64_t, int>; ///< category by picture

/** The classes from 0; what is no class below. */
int categoryOf(const Answer& answer)
{
    return answer.kind == AnswerKind::Class ? answer.classIndex : -1 - static_cast<int>(answer.kind);
}

PairAgreement compare(std::int64_t first, std::int64_t second, const Ratings& a, const Ratings& b)
{
    PairAgreement pair;
    pair.first = first;
    pair.second = second;
    std::vector<std::pair<int, int>> both;
    for (const auto& [picture, category] : a)
        if (const auto other = b.find(picture); other != b.end())
            both.emplace_back(category, other->second);
    pair.pictures = static_cast<int>(both.size());
    pair.same = static_cast<int>(std::count_if(
        both.begin(), both.end(), [](const auto& ratings) { return ratings.first == ratings.second; }));
    pair.kappa = cohenKappa(both);
    return pair;
}

/** A table of counts for fleissKappa(), of the pictures that all have rated. */
std::vector<std::vector<int>> countsOfAll(const std::map<std::int64_t, Ratings>& byAnnotator)
{
    std::map<int, std::size_t> columns;
    for (const auto& [annotator, ratings] : byAnnotator)
        for (const auto& [picture, category] : ratings)
            columns.try_emplace(category, columns.size());
    std::map<std::int64_t, std::vector<int>> counts;
    for (const auto& [annotator, ratings] : byAnnotator)
        for (const auto& [picture, category] : ratings)
            ++counts.try_emplace(picture, columns.size()).first->second[columns.at(category)];
    std::vector<std::vector<int>> table;
    for (auto& [picture, row] : counts)
        if (std::accumulate(row.begin(), row.end(), 0) == static_cast<int>(byAnnotator.size()))
            table.push_back(std::move(row));
    return table;
}

} // namespace

std::optional<double> cohenKappa(const std::vector<std::pair<int, int>>& ratings)
{
    std::map<int, std::pair<double, double>> margins;
    double same = 0;
    for (const auto& [a, b] : ratings) {
        margins[a].first += 1;
        margins[b].second += 1;
        same += a == b ? 1 : 0;
    }
    const auto n = static_cast<double>(ratings.size());
    double chance = 0; // times n²: whole numbers, so that the test below is exact
    for (const auto& [category, margin] : margins)
        chance += margin.first * margin.second;
    if (ratings.empty() || chance == n * n)
        return std::nullopt;
    return (same * n - chance) / (n * n - chance);
}

std::optional<double> fleissKappa(const std::vector<std::vector<int>>& counts)
{
    if (counts.empty())
        return std::nullopt;
    const int raters = std::accumulate(counts.front().begin(), counts.front().end(), 0);
    std::vector<double> totals(counts.front().size());
    double agreement = 0;
    for (const auto& row : counts) {
        if (raters < 2 || row.size() != totals.size() || std::accumulate(row.begin(), row.end(), 0) != raters)
            return std::nullopt;
        for (std::size_t k = 0; k < row.size(); ++k) {
            totals[k] += row[k];
            agreement += row[k] * (row[k] - 1);
        }
    }
    const auto things = static_cast<double>(counts.size());
    agreement /= things * raters * (raters - 1);
    double chance = 0;
    for (const double total : totals)
        chance += total * total;
    chance /= things * raters * things * raters;
    if (chance == 1)
        return std::nullopt;
    return (agreement - chance) / (1 - chance);
}

AgreementReport agreementOf(const std::vector<AnswerRecord>& answers)
{
    std::map<std::int64_t, Ratings> first, second;
    for (const auto& record : answers)
        if (record.annotator != settlingAnnotator && record.answer.isGiven())
            (record.pass == AnswerPass::First ? first : second)[record.annotator][record.imageId] =
                categoryOf(record.answer);
    AgreementReport report;
    for (auto a = first.begin(); a != first.end(); ++a) {
        for (auto b = std::next(a); b != first.end(); ++b)
            if (auto pair = compare(a->first, b->first, a->second, b->second); pair.pictures > 0)
                report.pairs.push_back(std::move(pair));
        if (const auto again = second.find(a->first); again != second.end())
            if (auto self = compare(a->first, a->first, a->second, again->second); self.pictures > 0)
                report.selves.push_back(std::move(self));
    }
    const auto counts = countsOfAll(first);
    report.everybody = first.size() < 2 ? 0 : static_cast<int>(counts.size());
    if (first.size() > 2)
        report.fleiss = fleissKappa(counts);
    return report;
}

} // namespace nakama
