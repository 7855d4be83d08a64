#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** What a model said about one picture. */
struct Prediction
{
    std::string id;            ///< content hash of the picture
    std::string file;          ///< shown to people: the original name
    int label = -1;            ///< true class, −1 where unknown
    std::vector<float> logits; ///< one a class

    /** Softmax of the logits, in double. */
    std::vector<double> probabilities() const;
    /** Index of the largest logit, the first of equals. */
    int predicted() const;
    /** Cross-entropy of the label, which must be a class, in nats. */
    double crossEntropy() const;
};

/** A model's answers on a list of pictures, with the class names that give the columns their meaning. */
struct PredictionTable
{
    std::vector<std::string> classes;
    std::vector<Prediction> rows;
};

/** CSV with header id,file,label,predicted,<probability of each class>; written atomically. */
Result<void> writePredictionsCsv(const PredictionTable& table, const std::filesystem::path& path);

/** Reads what writePredictionsCsv wrote: logits are the logarithms of the probabilities, which gives the same
 * probabilities. Errors: NotFound, Io, CorruptData with the line. */
Result<PredictionTable> readPredictionsCsv(const std::filesystem::path& path);

} // namespace nakama
