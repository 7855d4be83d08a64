#include "core/evaluation/predictions.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace nakama
{

std::vector<double> Prediction::probabilities() const
{
    if (logits.empty())
        return {};
    // Subtracting the largest logit keeps exp() in range and changes nothing else.
    const double largest = *std::max_element(logits.begin(), logits.end());
    std::vector<double> result(logits.size());
    double sum = 0;
    for (std::size_t k = 0; k < logits.size(); ++k)
        sum += result[k] = std::exp(logits[k] - largest);
    for (double& value : result)
        value /= sum;
    return result;
}

int Prediction::predicted() const
{
    return static_cast<int>(std::distance(logits.begin(), std::max_element(logits.begin(), logits.end())));
}

double Prediction::crossEntropy() const
{
    const double largest = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(logit - largest);
    return std::log(sum) + largest - logits[static_cast<std::size_t>(label)];
}

} // namespace nakama
