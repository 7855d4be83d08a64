#pragma once

#include "core/models/detail/backbone.h"
#include "core/training/detail/learner.h"
#include "core/training/training.h"

#include <filesystem>
#include <optional>

namespace nakama
{

/**
 * The checkpoints folder of a run: best.safetensors, last.safetensors, each with its JSON, and
 * optimiser-N.safetensors for the epoch N of last. A process that is killed at any moment leaves a last one
 * that can be resumed.
 */
class RunCheckpoints
{
public:
    explicit RunCheckpoints(std::filesystem::path runFolder);

    std::filesystem::path best() const { return m_folder / "best.safetensors"; }
    std::filesystem::path last() const { return m_folder / "last.safetensors"; }

    /** Makes the folder, empty of an earlier run's checkpoints. Errors: Io, DiskFull. */
    Result<void> startAnew() const;

    /** Errors: Io, DiskFull. */
    Result<void> saveLast(const Backbone& model, const Optimiser& optimiser, const TrainingConfig& config,
                          const EpochRecord& record) const;
    Result<void> saveBest(const Backbone& model, const TrainingConfig& config,
                          const EpochRecord& record) const;

    /**
     * Brings a learner to the state after the last finished epoch and returns its number; 0 where
     * no epoch was finished. Errors: CorruptData, InvalidArgument (the settings are those of another model).
     */
    Result<int> resume(Learner& learner, const TrainingConfig& config) const;

    /** The epoch of best.safetensors; 0 where there is none or it cannot be read. */
    int bestEpoch() const;

private:
    std::filesystem::path optimiserOf(int epoch) const;
    void removeOtherOptimisers(int epoch) const;

    std::filesystem::path m_folder;
};

} // namespace nakama
