#pragma once

#include "core/workflow/train_request.h"

namespace nakama
{

/**
 * Ready-made settings. Recipe: thirty epochs of Adam at 0.001 with all of the augmentation, at the model's
 * own size. QuickTrial: a small input and few epochs, for a first look on any machine. HeadFirst: the new
 * head alone, then the whole net, lower layers slower; for models that start from weights.
 */
enum class TrainingPreset { Recipe, QuickTrial, HeadFirst };

/**
 * A training of a model with a preset, from a weight file or, where that is empty, from scratch. What a
 * preset says nothing about (device, seed, threads) has its default.
 */
TrainRequest presetTraining(TrainingPreset preset, const ModelInfo& model,
                            const std::filesystem::path& weights);

} // namespace nakama
