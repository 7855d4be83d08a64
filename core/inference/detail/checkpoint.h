#pragma once

#include "core/inference/inference.h"
#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"

#include <filesystem>
#include <memory>

namespace nakama
{

/** A trained model as it lies on disk: weights, and all that it takes to predict with them. */
struct Checkpoint
{
    CheckpointInfo info;
    StateDict state;
};

/**
 * Writes the model's weights as safetensors, with model, classes, preprocessing (and its hash), epoch,
 * metrics, recipe, settings and the version of Nakama in the file's metadata, and the same beside it as JSON
 * for people. The weight file is complete in itself and written atomically. Errors: DiskFull, Io.
 */
Result<void> writeCheckpoint(const torch::nn::Module& model, const TrainingConfig& config,
                             const EpochRecord& record, const std::filesystem::path& path);

/** Errors: NotFound, CorruptData, Unsupported (weights without the metadata of a checkpoint). */
Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

/** Copies the checkpoint's weights into a model of its architecture and classes. Error: CorruptData. */
Result<void> loadInto(Backbone& model, const Checkpoint& checkpoint);

/** The model of a checkpoint, with its weights. Error: CorruptData, NotFound (a model this program lacks). */
Result<std::shared_ptr<Backbone>> modelFrom(const Checkpoint& checkpoint);

} // namespace nakama
