#pragma once

#include "core/models/files/weight_file.h"

namespace nakama
{

/**
 * Opens any weight file: .safetensors, the three kinds of .pth/.bin, or a Hugging Face folder (sharded too).
 * The kind is told from the content, never from the name. Prefixes that wrappers add to every key ("module.")
 * are taken off, with a note. A folder's config.json and preprocessor_config.json are in the metadata under
 * these names. Nothing in a file ever runs; memory stays bounded by the file's own table of contents. Errors:
 * NotFound, Io, CorruptData, Unsupported, TooLarge, each saying what the file is and what to do.
 */
Result<WeightFile> openWeights(const std::filesystem::path& path);

/** A single file that is already mapped, its names as they are in it; name is for messages. */
Result<WeightFile> parseWeights(std::shared_ptr<const MappedFile> file, const std::string& name);

} // namespace nakama
