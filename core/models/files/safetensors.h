#pragma once

#include "core/base/result.h"
#include "core/models/files/weight_file.h"

namespace nakama
{

/**
 * Parses a .safetensors file (https://github.com/huggingface/safetensors): header length, JSON header, data.
 * Refused: a header over 100 MB or past the file, duplicate or unknown fields, offsets that overlap, leave
 * holes or leave the file, and sizes that are not shape × dtype. Errors: CorruptData, Unsupported (an unknown
 * dtype).
 */
Result<WeightFile> parseSafetensors(std::shared_ptr<const MappedFile> file, const std::string& name);

/** True where the file starts as a safetensors file does. */
bool looksLikeSafetensors(std::span<const std::byte> bytes);

} // namespace nakama
