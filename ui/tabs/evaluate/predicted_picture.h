#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** What a run said about one picture, as its predictions file keeps it. */
struct PredictedPicture
{
    std::string id;             ///< content hash
    std::string name;           ///< as it was imported
    std::filesystem::path file; ///< the original; empty where the workspace no longer has it
    int trueClass = -1;
    int predictedClass = -1;
    double predictedProbability = 0;
    double trueProbability = 0;

    bool isMistake() const { return trueClass != predictedClass; }
};

/**
 * Reads the text of predictions-SET.csv (id, file, label, predicted, then a probability a class). Classes are
 * taken by their names in classes. Error: CorruptData, with the line.
 */
Result<std::vector<PredictedPicture>> parsePredictions(std::string_view text,
                                                       const std::vector<std::string>& classes);

} // namespace nakama
