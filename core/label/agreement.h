#pragma once

#include "core/workspace/answer_records.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace nakama
{

/**
 * Cohen's kappa of two raters, from what each said of the same things (any numbers as categories), as
 * scikit-learn's cohen_kappa_score. Nothing where there is no pair, or where chance alone would make them
 * agree on everything.
 */
std::optional<double> cohenKappa(const std::vector<std::pair<int, int>>& ratings);

/**
 * Fleiss' kappa, as statsmodels' fleiss_kappa: counts[i][k] is how many raters put thing i into category k.
 * Nothing where there is no thing, where fewer than two raters or not equally many rated each, or where all
 * is one category.
 */
std::optional<double> fleissKappa(const std::vector<std::vector<int>>& counts);

/** How far two annotators agree, or one with himself, on the pictures that both have answered. */
struct PairAgreement
{
    std::int64_t first = 0;
    std::int64_t second = 0; ///< the same as first: his second pass
    int pictures = 0;
    int same = 0;
    std::optional<double> kappa;
};

struct AgreementReport
{
    std::vector<PairAgreement> pairs;  ///< of annotators with a picture in common
    std::vector<PairAgreement> selves; ///< of those with a second pass
    int everybody = 0;                 ///< pictures that each of the annotators has answered
    std::optional<double> fleiss;      ///< over these, where there are three annotators or more
};

/** The categories are the classes, "several characters", "none of these" and "unsure". */
AgreementReport agreementOf(const std::vector<AnswerRecord>& answers);

} // namespace nakama
