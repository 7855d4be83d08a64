#pragma once

#include "core/evaluation/metrics.h"
#include "ui/tabs/evaluate/predicted_picture.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace nakama
{

/** Which pictures of an evaluation are listed, and which of them first. */
enum class PictureList {
    All,               ///< what the model was most sure of first
    ConfidentMistakes, ///< mistakes, what the model was most sure of first
    LargestLosses,     ///< where the true class got least first
    SuspectedLabels,   ///< labels that are probably wrong, the worst first
    NearBorder,        ///< where the two likeliest classes are closest first
};

/** A point of a precision-recall curve: pictures that have at least this probability of the class. */
struct ClassThreshold
{
    int classIndex = 0;
    double atLeast = 0;
    bool operator==(const ClassThreshold&) const = default;
};

/** What narrows a list; what is not set does not. */
struct PictureChoice
{
    PictureList list = PictureList::ConfidentMistakes;
    std::optional<int> trueClass;
    std::optional<int> predictedClass;
    std::optional<Interval> confidence;              ///< of the predicted class: above low, at most high
    std::shared_ptr<const std::vector<bool>> picked; ///< by number of the picture; null: not set
    std::optional<ClassThreshold> threshold; ///< why picked is what it is, where it is not from the map

    bool operator==(const PictureChoice& other) const;

    bool isNarrowed() const { return trueClass || predictedClass || isPartial(); }
    /** Whether it takes only a part of each cell of the confusion matrix. */
    bool isPartial() const { return confidence || picked; }
    /** The class that all pages show as chosen. */
    std::optional<int> shownClass() const
    {
        return trueClass || !threshold ? trueClass : std::optional(threshold->classIndex);
    }
    bool matches(const PredictedPicture& picture, std::size_t number) const;
    bool matchesPart(const PredictedPicture& picture, std::size_t number) const;
};

} // namespace nakama
