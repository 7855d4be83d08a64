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

/** What narrows a list; what is not set does not. */
struct PictureChoice
{
    PictureList list = PictureList::ConfidentMistakes;
    std::optional<int> trueClass;
    std::optional<int> predictedClass;
    std::optional<Interval> confidence;              ///< of the predicted class: above low, at most high
    std::shared_ptr<const std::vector<bool>> picked; ///< by number of the picture; null: not set

    bool operator==(const PictureChoice& other) const;

    bool isNarrowed() const { return trueClass || predictedClass || isPartial(); }
    /** Whether it takes only a part of each cell of the confusion matrix. */
    bool isPartial() const { return confidence || picked; }
    bool matches(const PredictedPicture& picture, std::size_t number) const;
    bool matchesPart(const PredictedPicture& picture, std::size_t number) const;
};

} // namespace nakama
