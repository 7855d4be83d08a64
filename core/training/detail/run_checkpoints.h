#pragma once

#include "core/models/detail/backbone.h"
#include "core/training/detail/learner.h"
#include "core/training/run_position.h"
#include "core/training/training.h"

#include <cstdint>
#include <filesystem>

namespace nakama
{

/**
 * The checkpoints folder of a run: best.safetensors for using, and last.safetensors, which also holds all
 * that the run goes on from; each with its JSON. Each is one file, replaced atomically, so a process that is
 * killed at any moment leaves a last one that can be resumed.
 */
class RunCheckpoints
{
public:
    explicit RunCheckpoints(std::filesystem::path runFolder);

    std::filesystem::path best() const { return m_folder / "best.safetensors"; }
    std::filesystem::path last() const { return m_folder / "last.safetensors"; }

    /** Makes the folder, empty of an earlier run's checkpoints. Errors: Io, DiskFull. */
    Result<void> startAnew() const;

    /** record: of the last finished epoch. Errors: Io, DiskFull. */
    Result<void> saveLast(const Learner& learner, const TrainingConfig& config, const EpochRecord& record,
                          const RunPosition& position) const;
    Result<void> saveBest(const Backbone& model, const TrainingConfig& config,
                          const EpochRecord& record) const;

    /**
     * Brings a learner to the state of the last checkpoint and returns where that is: the start of the run
     * where there is none. Errors: CorruptData, Unsupported (by an older version), InvalidArgument (the
     * settings are those of another model).
     */
    Result<RunPosition> resume(Learner& learner, const TrainingConfig& config) const;

    /** About how much a checkpoint takes on the disk. */
    static std::uintmax_t bytesOf(const Learner& learner);

    /** The epoch of best.safetensors; 0 where there is none or it cannot be read. */
    int bestEpoch() const;

private:
    std::filesystem::path m_folder;
};

} // namespace nakama
