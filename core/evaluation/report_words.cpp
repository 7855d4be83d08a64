#include "core/evaluation/report_words.h"

#include "core/evaluation/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

std::int64_t hits(const Metrics& metrics)
{
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < metrics.confusion.size(); ++k)
        sum += metrics.confusion[k][k];
    return sum;
}

/** What is known of the pictures of this set, or copies of them, among those that the model learned from. */
std::string leakWords(const Metrics& metrics)
{
    if (!metrics.leakedGroups)
        return " Whether the model learned from some of them, or from copies of them, was not checked.";
    if (*metrics.leakedGroups == 0)
        return " The model learned from none of them, nor from a copy of one.";
    return fmt::format(" But {} of their {} groups {} a picture among those that the model learned from, so "
                       "the figures are too good.",
                       *metrics.leakedGroups, metrics.groups, *metrics.leakedGroups == 1 ? "has" : "have");
}

/** What the reader must know of a split before believing its figures. */
std::string caution(const std::string& split, const Metrics& metrics)
{
    if (split == "train")
        return " The model learned from these very pictures, so this says nothing about new ones.";
    if (split == "val")
        return " The best epoch was chosen on these pictures, so the figures flatter the model a little." +
               leakWords(metrics);
    return leakWords(metrics);
}

std::string howGood(const ReportData& data)
{
    const auto& metrics = data.metrics;
    return fmt::format("<strong>{}</strong> named <strong>{} of {}</strong> pictures of the "
                       "{} split correctly ({:.1f} %).{}",
                       htmlEscape(data.model), hits(metrics), metrics.n, htmlEscape(data.split),
                       100 * metrics.f1.micro, caution(data.split, metrics));
}

std::string howSure(const Metrics& metrics)
{
    std::string text =
        fmt::format("Averaged over the {} classes, each counting the same, F1 is <strong>{:.3f}"
                    "</strong> (macro-F1).",
                    metrics.perClass.size(), metrics.f1.macro);
    if (const auto macro = metrics.intervals.find("macro"); macro != metrics.intervals.end())
        text += fmt::format(
            " Its 95 % interval on these n = {} pictures is {:.3f} to {:.3f}: so far may the figure be off "
            "because they are only a few of all that could be drawn.",
            metrics.n, macro->second.low, macro->second.high);
    return text;
}

std::string whereWeak(const Metrics& metrics)
{
    const ClassMetrics* weakest = nullptr;
    for (const auto& one : metrics.perClass) {
        if (one.support > 0 && (!weakest || one.f1 < weakest->f1))
            weakest = &one;
    }
    const auto confusions = confusionsByCount(metrics);
    if (!weakest || confusions.empty())
        return "Not one picture was taken for another class.";
    std::string text = fmt::format("The weakest class is <strong>{}</strong> (F1 {:.2f} on {} picture{}).",
                                   htmlEscape(weakest->name), weakest->f1, weakest->support,
                                   weakest->support == 1 ? "" : "s");
    const auto& first = confusions.front();
    text += fmt::format(
        " The most frequent mistake: <strong>{}</strong> taken for <strong>{}</strong>, {} of {} "
        "times.",
        htmlEscape(metrics.perClass[first.truth].name), htmlEscape(metrics.perClass[first.answer].name),
        first.count, metrics.perClass[first.truth].support);
    return text;
}

} // namespace

std::vector<Confusion> confusionsByCount(const Metrics& metrics)
{
    std::vector<Confusion> list;
    for (std::size_t truth = 0; truth < metrics.confusion.size(); ++truth) {
        for (std::size_t answer = 0; answer < metrics.confusion.size(); ++answer) {
            if (truth != answer && metrics.confusion[truth][answer] > 0)
                list.push_back({truth, answer, metrics.confusion[truth][answer]});
        }
    }
    std::stable_sort(list.begin(), list.end(), [&](const Confusion& a, const Confusion& b) {
        if (a.count != b.count)
            return a.count > b.count;
        return metrics.perClass[a.truth].support < metrics.perClass[b.truth].support;
    });
    return list;
}

std::vector<std::string> summaryParagraphs(const ReportData& data)
{
    return {howGood(data), howSure(data.metrics), whereWeak(data.metrics)};
}

std::vector<ClassMetrics> weakestFirst(const Metrics& metrics)
{
    auto rows = metrics.perClass;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ClassMetrics& a, const ClassMetrics& b) { return a.f1 < b.f1; });
    return rows;
}

namespace
{

/** "2026-01-31 12:00 UTC"; what is not a time of this form stays as it is. */
std::string shownTime(const std::string& time)
{
    constexpr std::size_t length = 20; // 2026-01-31T12:00:00Z
    if (time.size() != length || time[10] != 'T' || time.back() != 'Z')
        return time;
    return time.substr(0, 10) + " " + time.substr(11, 5) + " UTC";
}

} // namespace

std::vector<std::string> metaParts(const ReportData& data)
{
    std::vector<std::string> parts;
    for (const auto& [before, value] : {std::pair<std::string, std::string>{"", data.workspace},
                                        {"", data.model},
                                        {"", data.runId},
                                        {"trained ", shownTime(data.trainedAt)},
                                        {"evaluated ", shownTime(data.evaluatedAt)}})
        if (!value.empty())
            parts.push_back(before + value);
    return parts;
}

std::string probabilityWords(const Metrics& metrics)
{
    std::string text =
        "Left: of the pictures that have at least some probability of a class, the share that is of it, over "
        "the share of the class that they are. Right: the fuller a bar, the more answers it stands for.";
    if (const auto& one = metrics.calibration)
        text +=
            fmt::format(" Between the probability of an answer and how often it is right lie {:.1f} points "
                        "on average (ECE); before calibration it was {:.1f}. Logits are divided by {:.3f}, "
                        "fitted on validation.",
                        100 * one->eceAfter, 100 * one->eceBefore, one->temperature);
    return text;
}

std::string matrixWords()
{
    return "Rows are the true classes, columns are what the model said. The number counts pictures; the "
           "colour "
           "is their share of the row.";
}

std::string classTableWords()
{
    return fmt::format(
        "Sorted by F1, the weakest first. A class with fewer than {} pictures is shown in grey: "
        "its figures are rough.",
        fewPictures);
}

std::string worstPictureWords()
{
    return "Those whose class the model found least likely: what is hard, and what may be labelled wrongly.";
}

std::string trainingWords(const ReportData& data)
{
    const auto chosen =
        data.bestEpoch > 0
            ? fmt::format(" The figures above are of epoch {}, the best by macro-F1 on validation.",
                          data.bestEpoch)
            : std::string();
    return fmt::format(
        "{} epoch{}.{} The training loss is a mean over the epoch, while the model was still learning and "
        "with "
        "augmentation and class weights where those are on, so the two losses are not on quite the same "
        "footing.",
        data.epochs.size(), data.epochs.size() == 1 ? "" : "s", chosen);
}

std::string methodWords()
{
    return "F1 is computed as scikit-learn does, over all classes; a class with neither pictures nor answers "
           "counts as 0. Intervals: studentised bootstrap over groups of copies. Made with Nakama.";
}

} // namespace nakama
