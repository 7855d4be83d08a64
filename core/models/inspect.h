#pragma once

#include "core/base/result.h"
#include "core/models/identify.h"

#include <filesystem>
#include <map>

namespace nakama
{

/** What a weight file holds; nothing of it is loaded. */
struct WeightInspection
{
    std::string kind; ///< "safetensors", "PyTorch (zip)", …
    std::vector<TensorInfo> tensors;
    std::optional<Identification> identified;
    std::map<std::string, std::string> metadata;
    std::vector<std::string> notes; ///< what reading changed: prefixes taken off, nesting
};

/** Lists any weight file or folder that openWeights can read; the same errors. */
Result<WeightInspection> inspectWeights(const std::filesystem::path& path);

} // namespace nakama
