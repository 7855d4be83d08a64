#pragma once

#include "core/evaluation/metrics.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nakama
{

/** So many of n. */
struct Share
{
    std::int64_t count = 0;
    std::int64_t n = 0;

    double value() const { return n > 0 ? static_cast<double>(count) / static_cast<double>(n) : 0; }
    /** 95 %, Wilson 1927; 0 to 1 where n is 0. */
    Interval interval() const;
};

/** What speaks for a picture being of one of the classes. */
struct KnownScores
{
    double probability = 0; ///< of the answer, calibrated
    double likeness = 0;    ///< cosine between its features and those of the most similar training picture
};

/** Features of the training pictures, to find the most similar one. */
class TrainingFeatures
{
public:
    /** One picture's, of the length of those before; zeros are left out, they have no direction. */
    void add(std::span<const float> features);
    bool empty() const { return m_rows.empty(); }
    /** −1 where nothing is similar, features are zeros or of another length. */
    double likenessOf(std::span<const float> features) const;

private:
    std::size_t m_dimensions = 0;
    std::vector<float> m_rows; ///< of length 1 each, one after another
};

/**
 * Tells pictures of a model's classes from all others, and makes its probabilities honest. A picture is
 * refused where the sum of both scores, the probability as log odds, each in standard deviations from its
 * mean on validation, is below a threshold that a tenth of the validation pictures miss. The likeness catches
 * what a softmax is sure of though it resembles nothing that was learned (Sun et al., "Out-of-distribution
 * detection with deep nearest neighbors", ICML 2022).
 */
struct OpenSet
{
    static constexpr double refusedShare = 0.1;
    static constexpr int fewestPictures = 10; ///< of validation, to fit a tenth at all

    struct Scale
    {
        double mean = 0;
        double deviation = 1;
    };

    int epoch = 0; ///< of the checkpoint that this is for
    std::vector<std::string> classes;
    double temperature = 1; ///< logits are divided by it
    Scale logOdds;
    Scale likeness;
    double threshold = 0;
    Share knownRefused; ///< of the test part; n is 0 where there is none

    /** Scales and threshold from pictures of validation; at least fewestPictures. */
    void fit(std::span<const KnownScores> validation);
    bool refuses(const KnownScores& scores) const;

private:
    double scoreOf(const KnownScores& scores) const;
};

void to_json(nlohmann::json& json, const OpenSet& openSet);
void from_json(const nlohmann::json& json, OpenSet& openSet);

} // namespace nakama
