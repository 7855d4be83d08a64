#pragma once

#include "core/base/result.h"
#include "core/imaging/preprocessing.h"
#include "core/models/model_spec.h"

#include <filesystem>
#include <string>

namespace nakama
{

/**
 * The preprocessing that a Hugging Face preprocessor_config.json describes, in its old form (size: 224) and
 * its new one (size: {height, width} or {shortest_edge}). Fields that are missing keep fallback's value.
 * Errors: CorruptData (no JSON, a field of the wrong type), Unsupported (an oblong size).
 */
Result<Preprocessing> preprocessingFromHuggingFace(const std::string& json, const Preprocessing& fallback);

/**
 * What these weights were trained with: the model's own preprocessing, unless they are a Hugging Face folder
 * whose preprocessor_config.json says otherwise. weights may be empty. Errors: as above, with the file's
 * path.
 */
Result<Preprocessing> preprocessingOf(const ModelSpec& spec, const std::filesystem::path& weights);

} // namespace nakama
