#pragma once

#include "core/models/files/weight_file.h"

namespace nakama
{

/**
 * Opens a folder as Hugging Face publishes models: model.safetensors or pytorch_model.bin, or their shards by
 * the index file beside them; safetensors first. Errors: NotFound (no weights in it), and those of the files.
 */
Result<WeightFile> openHuggingFaceFolder(const std::filesystem::path& folder);

} // namespace nakama
