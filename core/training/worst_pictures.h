#pragma once

#include "core/evaluation/predictions.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** A picture that a model is far from getting right. */
struct WorstPicture
{
    std::string id;   ///< content hash
    std::string name; ///< shown to people
    int label = -1;
    int predicted = -1;
    double probability = 0;      ///< of the predicted class
    double labelProbability = 0; ///< of the true one
    double loss = 0;             ///< −ln labelProbability, in nats
};

void to_json(nlohmann::json& json, const WorstPicture& picture);
void from_json(const nlohmann::json& json, WorstPicture& picture);

/** The labelled pictures with the largest loss, the largest first, at most so many. */
std::vector<WorstPicture> worstPictures(const PredictionTable& table, std::size_t most);

/** The validation pictures that the model was most wrong about after an epoch: worst.json of a run. */
struct WorstPictures
{
    int epoch = 0;
    std::vector<WorstPicture> pictures; ///< the worst first
};

/** Replaces the run's worst.json by those of a new epoch. Errors: Io, DiskFull. */
Result<void> writeWorstPictures(const std::filesystem::path& runFolder, const WorstPictures& worst);
/** Errors: NotFound (no epoch was finished yet, or by an older version), Io, CorruptData. */
Result<WorstPictures> readWorstPictures(const std::filesystem::path& runFolder);

} // namespace nakama
