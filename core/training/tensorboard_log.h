#pragma once

#include "core/base/result.h"
#include "core/training/tensorboard_record.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace nakama
{

/**
 * Event files that TensorBoard reads, live, from the folder they lie in. Each opening writes a file of its
 * own, from the first value on, which tells TensorBoard to forget what earlier files have from that step on:
 * so a run that goes on from a checkpoint has no point twice.
 */
class TensorBoardLog
{
public:
    /** Nothing is made on the disk before the first value. */
    explicit TensorBoardLog(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /**
     * Appends values at a step, which counts batches from the beginning of the run and must not fall. On an
     * error nothing of them is in the file, and the call may be repeated. Errors: Io, DiskFull.
     */
    Result<void> write(std::int64_t step, std::span<const TensorBoardScalar> scalars);

private:
    Result<void> begin(std::int64_t step);

    std::filesystem::path m_folder;
    std::filesystem::path m_file; ///< empty before the first value
};

} // namespace nakama
