#pragma once

#include "core/base/job.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** A weight file or folder that a person has, used where it lies. */
struct OwnWeights
{
    std::filesystem::path path;
    std::string model;      ///< id of the ModelSpec that it is for
    std::string text;       ///< "a ResNet-34 for 1000 classes"
    bool published = false; ///< to the bit a file of the registry
};

/**
 * Finds out what a file is good for: verified against the registry where its name or its size is a published
 * file's, else recognised by its tensors. Errors: those of inspectWeights; CorruptData (it bears a published
 * name and is another file), Unsupported (nothing that Nakama trains), Cancelled.
 */
Result<OwnWeights> recogniseWeights(const std::filesystem::path& path, JobContext& context);

} // namespace nakama
