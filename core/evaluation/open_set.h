#pragma once

#include "core/evaluation/several_rule.h"
#include "core/evaluation/share.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nakama
{

/** What speaks for a picture being of one of the classes. */
struct KnownScores
{
    double probability = 0; ///< of the answer, calibrated
    double likeness = 0;    ///< cosine between its features and those of the most similar training picture
};

/** A training picture beside another one. */
struct Likeness
{
    std::size_t row = 0; ///< in the order in which they were added
    double cosine = -1;  ///< of the angle between their features: 1 is alike
};

/** Features of the training pictures, to find the most similar ones. */
class TrainingFeatures
{
public:
    /** One picture's, of the length of those before; false, and left out, where they are zeros: these have no
     * direction. */
    bool add(std::span<const float> features);
    bool empty() const { return m_rows.empty(); }
    /** The most similar ones first; none where features are zeros or of another length. */
    std::vector<Likeness> nearest(std::span<const float> features, std::size_t count) const;
    /** To the most similar one; −1 where nothing is similar. */
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
    static constexpr int newestVersion = 2;   ///< 1 knew no pictures of several characters

    struct Scale
    {
        double mean = 0;
        double deviation = 1;
    };

    int version = newestVersion;
    int epoch = 0; ///< of the checkpoint that this is for
    std::vector<std::string> classes;
    double temperature = 1; ///< logits are divided by it
    Scale logOdds;
    Scale likeness;
    double threshold = 0;
    Share knownRefused; ///< of the test part; n is 0 where there is none
    /** Nothing: no picture is called one of several characters. */
    std::optional<SeveralRule> several = {};

    /** Scales and threshold from pictures of validation; at least fewestPictures. */
    void fit(std::span<const KnownScores> validation);
    bool refuses(const KnownScores& scores) const;
    /** What is compared with the threshold: the higher, the more known. */
    double scoreOf(const KnownScores& scores) const;
};

void to_json(nlohmann::json& json, const OpenSet& openSet);
void from_json(const nlohmann::json& json, OpenSet& openSet);

} // namespace nakama
