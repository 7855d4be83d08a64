#pragma once

#include "core/base/result.h"
#include "core/models/load_report.h"

#include <torch/torch.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nakama
{

/**
 * Named tensors in file order, and the string metadata of the file. Tensors that were read lie in the mapped
 * file: read them, copy them, but do not change them in place.
 */
struct StateDict
{
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    std::map<std::string, std::string> metadata;

    const torch::Tensor* find(const std::string& key) const;
};

/** Reads a .safetensors file, memory-mapped. Errors: NotFound, CorruptData (which rule is broken),
 * Unsupported. */
Result<StateDict> readSafetensors(const std::filesystem::path& path);
/**
 * Reads any weight file or Hugging Face folder (openWeights says which). Errors: NotFound, Io, CorruptData,
 * Unsupported, TooLarge.
 */
Result<StateDict> readWeights(const std::filesystem::path& path);
/** Writes it atomically; tensors are made contiguous and moved to the CPU. Errors: DiskFull, Io. */
Result<void> writeSafetensors(const StateDict& state, const std::filesystem::path& path);

/** Parameters and buffers of a module under their state-dict names. */
StateDict stateDictOf(const torch::nn::Module& module);

/**
 * Copies matching tensors into a module. headKey: prefix of the classifier; its tensors may differ in class
 * count (then the head stays new and the report says so). Any other missing or differing tensor is an error
 * CorruptData that names the first ones. Nothing is copied when an error is returned.
 */
Result<LoadReport> loadStateDict(torch::nn::Module& module, const StateDict& state,
                                 const std::string& headKey);

} // namespace nakama
