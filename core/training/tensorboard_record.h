#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace nakama
{

/** A curve's name in TensorBoard ("loss/train": a slash makes groups) and its value. */
struct TensorBoardScalar
{
    std::string tag;
    double value = 0; ///< kept as a float
};

// The records of TensorBoard's event files, bytes ready to be appended: an Event message of tensorflow's
// event.proto in the framing of a TFRecord (length, message, and a masked CRC-32C of each).

/** What a file begins with. wallTime: seconds since 1970. */
std::string tensorBoardVersion(double wallTime);
/** Values at a step; steps count batches from the beginning of the run. */
std::string tensorBoardScalars(double wallTime, std::int64_t step,
                               std::span<const TensorBoardScalar> scalars);
/** A session begins at step: TensorBoard forgets what earlier files have from there on. */
std::string tensorBoardRestart(double wallTime, std::int64_t step);

/** CRC-32C (Castagnoli), rotated and shifted as TFRecords want it. */
std::uint32_t maskedCrc32c(std::string_view bytes);

} // namespace nakama
