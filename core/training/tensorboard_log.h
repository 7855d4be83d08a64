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
 * own, which tells TensorBoard to forget what earlier files have from its first step on: so a run that goes
 * on from a checkpoint has no point twice.
 */
class TensorBoardLog
{
public:
    /** Nothing is made on the disk before begin(). */
    explicit TensorBoardLog(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    // Steps count batches from the beginning of the run. On an error nothing of the call is in the file, and
    // it may be repeated. Errors: Io, DiskFull.

    /** Values will come from this step on; after the first time this does nothing. */
    Result<void> begin(std::int64_t step);
    /** Appends values at a step; after begin(). */
    Result<void> write(std::int64_t step, std::span<const TensorBoardScalar> scalars);

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_file; ///< empty before begin()
};

} // namespace nakama
