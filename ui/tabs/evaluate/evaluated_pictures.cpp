#include "ui/tabs/evaluate/evaluated_pictures.h"

#include "core/evaluation/suspects.h"

#include <algorithm>
#include <numeric>

namespace nakama
{

namespace
{

constexpr std::size_t mostPoints = 400; ///< of a curve: more lie closer than a pixel

std::vector<std::size_t> rowsOf(const std::vector<Suspect>& suspects)
{
    std::vector<std::size_t> rows;
    rows.reserve(suspects.size());
    for (const auto& one : suspects)
        rows.push_back(one.row);
    return rows;
}

PredictedPicture pictureOf(const Prediction& row)
{
    const auto probabilities = row.probabilities();
    PredictedPicture picture;
    picture.id = row.id;
    picture.name = row.file;
    picture.trueClass = row.label;
    picture.predictedClass = row.predicted();
    picture.predictedProbability = probabilities[static_cast<std::size_t>(picture.predictedClass)];
    if (row.label >= 0)
        picture.trueProbability = probabilities[static_cast<std::size_t>(row.label)];
    return picture;
}

void thin(std::vector<PrecisionRecallPoint>& points)
{
    if (points.size() <= mostPoints)
        return;
    std::vector<PrecisionRecallPoint> kept;
    for (std::size_t i = 0; i < mostPoints; ++i)
        kept.push_back(points[i * (points.size() - 1) / (mostPoints - 1)]);
    points = std::move(kept);
}

} // namespace

EvaluatedPictures::EvaluatedPictures(const PredictionTable& table, const Metrics& metrics)
{
    if (metrics.calibration) {
        m_after = reliability(table);
        m_before = reliability(calibrated(table, 1 / metrics.calibration->temperature));
    } else {
        m_before = reliability(table);
    }
    m_classes = table.classes;
    m_pictures.reserve(table.rows.size());
    for (const auto& row : table.rows)
        m_pictures.push_back(pictureOf(row));

    const auto at = [this](PictureList list) -> auto&
    {
        return m_lists[static_cast<std::size_t>(list)];
    };
    auto& all = at(PictureList::All);
    all.resize(m_pictures.size());
    std::iota(all.begin(), all.end(), std::size_t(0));
    std::stable_sort(all.begin(), all.end(), [this](std::size_t a, std::size_t b) {
        return m_pictures[a].predictedProbability > m_pictures[b].predictedProbability;
    });
    at(PictureList::ConfidentMistakes) = rowsOf(confidentMistakes(table, table.rows.size()));
    at(PictureList::LargestLosses) = rowsOf(topLosses(table, table.rows.size()));
    at(PictureList::SuspectedLabels) = rowsOf(suspectedLabels(table));
    at(PictureList::NearBorder) = rowsOf(nearTheBorder(table, table.rows.size()));

    m_curves = precisionRecallCurves(table);
    for (auto& curve : m_curves)
        thin(curve.points);
}

ConfusionMatrix EvaluatedPictures::confusionOf(const PictureChoice& choice) const
{
    ConfusionMatrix counts(m_classes.size(), std::vector<std::int64_t>(m_classes.size(), 0));
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const auto& picture = m_pictures[i];
        if (picture.trueClass >= 0 && picture.predictedClass >= 0 && choice.matchesPart(picture, i))
            ++counts[std::size_t(picture.trueClass)][std::size_t(picture.predictedClass)];
    }
    return counts;
}

} // namespace nakama
