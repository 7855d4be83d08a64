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
    StateDict resume; ///< what else a run wants to go on from here; empty where it is only for answering
};

/**
 * Writes the model's weights as safetensors, with model, classes, preprocessing (and its hash), epoch,
 * metrics, recipe, settings and the version of Nakama in the file's metadata, and the same beside it as JSON
 * for people. The weight file is complete in itself and written atomically. resume: lies in the same file,
 * under names of its own. Errors: DiskFull, Io.
 */
Result<void> writeCheckpoint(const torch::nn::Module& model, const TrainingConfig& config,
                             const EpochRecord& record, const std::filesystem::path& path,
                             const StateDict& resume = {});

/** Errors: NotFound, CorruptData, Unsupported (weights without the metadata of a checkpoint). */
Result<Checkpoint> readCheckpoint(const std::filesystem::path& path);

/** Copies the checkpoint's weights into a model of its architecture and classes. Error: CorruptData. */
Result<void> loadInto(Backbone& model, const Checkpoint& checkpoint);

/** The model of a checkpoint, with its weights. Error: CorruptData, NotFound (a model this program lacks). */
Result<std::shared_ptr<Backbone>> modelFrom(const Checkpoint& checkpoint);

} // namespace nakama
