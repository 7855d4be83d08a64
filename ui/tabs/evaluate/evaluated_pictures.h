#pragma once

#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"
#include "ui/tabs/evaluate/picture_choice.h"
#include "ui/tabs/evaluate/predicted_picture.h"

#include <array>
#include <string>
#include <vector>

namespace nakama
{

/** What a run said about each picture of a set, made ready to be shown: computed once, in a job. */
class EvaluatedPictures
{
public:
    EvaluatedPictures() = default;
    /** Takes what the run said, calibrated where metrics has a temperature, and the metrics of it. */
    EvaluatedPictures(const PredictionTable& table, const Metrics& metrics);

    const std::vector<std::string>& classes() const { return m_classes; }
    const std::vector<PredictedPicture>& pictures() const { return m_pictures; }
    /** Numbers of the pictures of a list, in its order. */
    const std::vector<std::size_t>& list(PictureList list) const
    {
        return m_lists[static_cast<std::size_t>(list)];
    }
    /** A curve a class, with no more points than can be told apart. */
    const std::vector<PrecisionRecallCurve>& curves() const { return m_curves; }
    const Reliability& reliabilityBefore() const { return m_before; }
    /** Nothing where the run has no temperature. */
    const std::optional<Reliability>& reliabilityAfter() const { return m_after; }

    /** Which labelled pictures have at least a probability of a class: those of a point of its curve. */
    std::vector<bool> pictures(const ClassThreshold& threshold) const;

    /** Counts of the pictures that match a choice, whatever cell it names. */
    ConfusionMatrix confusionOf(const PictureChoice& choice) const;

    /** Precision, recall, F1 and pictures of each class from counts of these classes. */
    std::vector<ClassMetrics> metricsOf(const ConfusionMatrix& counts) const;

private:
    std::vector<std::string> m_classes;
    std::vector<PredictedPicture> m_pictures;
    std::array<std::vector<std::size_t>, 5> m_lists; ///< by PictureList
    std::vector<float> m_probabilities;              ///< of each class, picture by picture
    std::vector<PrecisionRecallCurve> m_curves;
    Reliability m_before;
    std::optional<Reliability> m_after;
};

} // namespace nakama
