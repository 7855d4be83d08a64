#pragma once

#include <string>

namespace nakama
{

/** What a run said about one picture, with calibrated probabilities. */
struct PredictedPicture
{
    std::string id;   ///< content hash
    std::string name; ///< as it was imported
    int trueClass = -1;
    int predictedClass = -1;
    double predictedProbability = 0;
    double trueProbability = 0;

    bool isMistake() const { return trueClass != predictedClass; }
};

} // namespace nakama
