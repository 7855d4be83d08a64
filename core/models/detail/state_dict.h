#pragma once

#include "core/base/result.h"

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

/** What loading weights into a module did; shown to people. */
struct LoadReport
{
    std::vector<std::string> matched;
    std::vector<std::string> missing;      ///< the module has them, the file does not
    std::vector<std::string> leftOver;     ///< the file has them, the module does not
    std::vector<std::string> shapesDiffer; ///< "layer1.0.conv1.weight: file (64,3,3,3), model (64,64,3,3)"
    std::vector<std::string> notes;        ///< what reading changed: prefixes, interpolated tables
    std::string replacedHead;              ///< why the head is new; empty where it was loaded
};

/**
 * Copies matching tensors into a module. headKey: prefix of the classifier; its tensors may differ in class
 * count (then the head stays new and the report says so). Any other missing or differing tensor is an error
 * CorruptData that names the first ones. Nothing is copied when an error is returned.
 */
Result<LoadReport> loadStateDict(torch::nn::Module& module, const StateDict& state,
                                 const std::string& headKey);

} // namespace nakama
