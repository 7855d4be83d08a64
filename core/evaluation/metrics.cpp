#include "core/evaluation/metrics.h"

#include "core/evaluation/class_tally.h"
#include "core/evaluation/precision_recall.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

std::vector<ClassTally> talliesOf(const ConfusionMatrix& confusion)
{
    std::vector<ClassTally> tallies(confusion.size());
    for (std::size_t truth = 0; truth < confusion.size(); ++truth) {
        tallies[truth].hits = confusion[truth][truth];
        for (std::size_t answer = 0; answer < confusion.size(); ++answer) {
            tallies[truth].support += confusion[truth][answer];
            tallies[answer].predicted += confusion[truth][answer];
        }
    }
    return tallies;
}

/** How many classes come before the true one, the first of equals first. */
std::size_t rankOf(const std::vector<float>& logits, std::size_t truth)
{
    std::size_t rank = 0;
    for (std::size_t k = 0; k < logits.size(); ++k)
        rank += logits[k] > logits[truth] || (logits[k] == logits[truth] && k < truth);
    return rank;
}

Result<void> checkRow(const Prediction& row, std::size_t classes)
{
    const auto& name = row.file.empty() ? row.id : row.file;
    if (row.logits.size() != classes)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the model gave {} numbers for a set of {} classes; evaluate with the classes "
                        "that it was trained on",
                        row.logits.size(), classes),
            name);
    if (row.label >= static_cast<int>(classes))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the label {} is outside the {} classes of the table", row.label, classes),
                    name);
    if (!std::all_of(row.logits.begin(), row.logits.end(), [](float logit) { return std::isfinite(logit); }))
        return fail(
            ErrorCode::InvalidArgument,
            "the model's answer is not a finite number; its training has diverged: train again with a "
            "smaller learning rate",
            name);
    return {};
}

} // namespace

std::string Metrics::leakState() const
{
    if (!leakedGroups)
        return "not checked";
    if (*leakedGroups == 0)
        return "leak-free";
    return fmt::format("{} group{} cross{}", *leakedGroups, *leakedGroups == 1 ? "" : "s",
                       *leakedGroups == 1 ? "es" : "");
}

F1Scores f1FromConfusion(const ConfusionMatrix& confusion)
{
    F1Scores scores;
    std::int64_t n = 0;
    std::int64_t hits = 0;
    for (const auto& tally : talliesOf(confusion)) {
        n += tally.support;
        hits += tally.hits;
        scores.macro += tally.f1();
        scores.weighted += tally.f1() * static_cast<double>(tally.support);
    }
    if (n == 0)
        return {};
    scores.micro = static_cast<double>(hits) / static_cast<double>(n);
    scores.macro /= static_cast<double>(confusion.size());
    scores.weighted /= static_cast<double>(n);
    return scores;
}

Result<Metrics> computeMetrics(const PredictionTable& table)
{
    const std::size_t classes = table.classes.size();
    Metrics metrics;
    metrics.confusion.assign(classes, std::vector<std::int64_t>(classes, 0));
    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        NAKAMA_CHECK(checkRow(row, classes));
        const auto truth = static_cast<std::size_t>(row.label);
        ++metrics.n;
        ++metrics.confusion[truth][static_cast<std::size_t>(row.predicted())];
        metrics.loss += row.crossEntropy();
        metrics.top3 += rankOf(row.logits, truth) < 3;
    }
    if (metrics.n == 0)
        return fail(
            ErrorCode::InvalidArgument,
            "no picture has a label, so there is nothing to compare the model with; label pictures first");

    metrics.loss /= static_cast<double>(metrics.n);
    metrics.top3 /= static_cast<double>(metrics.n);
    metrics.f1 = f1FromConfusion(metrics.confusion);
    const auto tallies = talliesOf(metrics.confusion);
    const auto curves = precisionRecallCurves(table);
    double measured = 0;
    for (std::size_t k = 0; k < classes; ++k) {
        const auto& tally = tallies[k];
        metrics.perClass.push_back({table.classes[k], tally.precision(), tally.recall(), tally.f1(),
                                    tally.support, curves[k].averagePrecision});
        metrics.averagePrecision += curves[k].averagePrecision;
        measured += tally.support > 0;
    }
    metrics.averagePrecision /= measured;
    return metrics;
}

} // namespace nakama
