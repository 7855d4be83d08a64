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

PredictedPicture pictureOf(const Prediction& row, const std::vector<double>& probabilities)
{
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
    m_probabilities.reserve(table.rows.size() * m_classes.size());
    for (const auto& row : table.rows) {
        const auto probabilities = row.probabilities();
        m_pictures.push_back(pictureOf(row, probabilities));
        for (const double one : probabilities)
            m_probabilities.push_back(static_cast<float>(one));
    }

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

std::vector<bool> EvaluatedPictures::pictures(const ClassThreshold& threshold) const
{
    std::vector<bool> taken(m_pictures.size(), false);
    const auto atLeast = static_cast<float>(threshold.atLeast); // rounded as the probabilities are
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        taken[i] =
            m_pictures[i].trueClass >= 0 &&
            m_probabilities[i * m_classes.size() + static_cast<std::size_t>(threshold.classIndex)] >= atLeast;
    return taken;
}

std::vector<ClassMetrics> EvaluatedPictures::metricsOf(const ConfusionMatrix& counts) const
{
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
    };
    std::vector<ClassMetrics> metrics;
    for (std::size_t index = 0; index < m_classes.size(); ++index) {
        ClassMetrics one;
        one.name = m_classes[index];
        std::int64_t predicted = 0;
        for (std::size_t other = 0; other < m_classes.size(); ++other) {
            one.support += counts[index][other];
            predicted += counts[other][index];
        }
        const auto hits = counts[index][index];
        one.precision = share(hits, predicted);
        one.recall = share(hits, one.support);
        one.f1 = share(2 * hits, predicted + one.support);
        metrics.push_back(std::move(one));
    }
    return metrics;
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
