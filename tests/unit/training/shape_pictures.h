#pragma once

#include "core/training/training.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama::test
{

/** Names of the three classes of painted pictures. */
const std::vector<std::string>& shapeClasses();

/**
 * Paints perClass pictures of each class into a folder as PNG: a red disc, a green square, a blue cross, of
 * varying place, size and shade on a noisy ground. The same seed paints the same pictures.
 */
std::vector<LabelledPicture> paintShapes(const std::filesystem::path& folder, int perClass,
                                         std::uint64_t seed);

/** A file with a picture's name and no picture in it. */
LabelledPicture brokenPicture(const std::filesystem::path& folder, int label);

/** ResNet-18 on painted shapes at 32 px, one thread a loader, batches of 8. */
TrainingConfig shapeConfig(int epochs);

} // namespace nakama::test
