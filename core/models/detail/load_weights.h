#pragma once

#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"
#include "core/models/model_spec.h"

namespace nakama
{

/**
 * Fills a model from any weight file or folder, one tensor at a time. A file for another class count leaves
 * the head new; a BEiT of another input size has its relative position tables interpolated. A file that is
 * known to be another model is refused with what it is. Errors: those of openWeights, and Unsupported,
 * CorruptData (weights that do not fit); the model is unchanged then.
 */
Result<LoadReport> loadWeights(Backbone& model, const ModelSpec& spec, const std::filesystem::path& path);

} // namespace nakama
