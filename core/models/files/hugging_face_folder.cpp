#include "core/models/files/hugging_face_folder.h"

#include "core/base/atomic_file.h"
#include "core/models/files/open_weights.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace nakama
{

namespace
{

constexpr std::uintmax_t mostJsonBytes = 16 << 20;

/** tensor name → shard */
using WeightMap = std::map<std::string, std::string>;

/** A shard is a plain name: an index must not reach out of its folder. */
bool isPlainFileName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\") == std::string::npos &&
           name.find('\0') == std::string::npos;
}

Result<WeightMap> readIndex(const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto text, readTextFile(path, mostJsonBytes));
    const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    WeightMap map;
    const bool hasMap = json.is_object() && json.contains("weight_map") && json["weight_map"].is_object();
    if (hasMap)
        for (const auto& [tensor, shard] : json["weight_map"].items())
            if (shard.is_string() && isPlainFileName(shard.get<std::string>()))
                map.emplace(tensor, shard.get<std::string>());
    if (!hasMap || map.empty() || map.size() != json["weight_map"].size())
        return fail(ErrorCode::CorruptData,
                    "this index has no \"weight_map\" from tensor names to files beside it", path.string());
    return map;
}

Result<WeightFile> openShards(const std::filesystem::path& folder, const WeightMap& map)
{
    std::set<std::string> shards;
    for (const auto& [tensor, shard] : map)
        shards.insert(shard);

    WeightFile result;
    for (const auto& shard : shards) {
        NAKAMA_TRY(auto file, MappedFile::open(folder / shard));
        NAKAMA_TRY(auto part, parseWeights(std::move(file), (folder / shard).string()));
        std::ranges::move(part.tensors, std::back_inserter(result.tensors));
        std::ranges::move(part.mappings, std::back_inserter(result.mappings));
        result.metadata.merge(part.metadata);
        result.kind = part.kind;
    }
    std::set<std::string_view> found;
    for (const auto& tensor : result.tensors)
        if (!found.insert(tensor.name).second)
            return fail(ErrorCode::CorruptData, fmt::format("two of its files hold \"{}\"", tensor.name),
                        folder.string());
    for (const auto& [tensor, shard] : map)
        if (!found.contains(tensor))
            return fail(ErrorCode::CorruptData,
                        fmt::format("the file \"{}\" should hold \"{}\"", shard, tensor), folder.string());
    result.notes.push_back(fmt::format("read from {} files", shards.size()));
    return result;
}

Result<WeightFile> openWhole(const std::filesystem::path& folder)
{
    std::error_code error;
    for (const std::string stem : {"model.safetensors", "pytorch_model.bin"}) {
        const auto index = folder / (stem + ".index.json");
        if (std::filesystem::exists(folder / stem, error)) {
            NAKAMA_TRY(auto file, MappedFile::open(folder / stem));
            return parseWeights(std::move(file), (folder / stem).string());
        }
        if (std::filesystem::exists(index, error)) {
            NAKAMA_TRY(const auto map, readIndex(index));
            return openShards(folder, map);
        }
    }
    return fail(
        ErrorCode::NotFound,
        "this folder holds no model.safetensors and no pytorch_model.bin; choose the folder that has them "
        "beside config.json",
        folder.string());
}

} // namespace

Result<WeightFile> openHuggingFaceFolder(const std::filesystem::path& folder)
{
    NAKAMA_TRY(auto result, openWhole(folder));
    std::error_code error;
    for (const auto* name : {"config.json", "preprocessor_config.json"})
        if (std::filesystem::exists(folder / name, error)) {
            NAKAMA_TRY(result.metadata[name], readTextFile(folder / name, mostJsonBytes));
        }
    result.kind = "Hugging Face folder, " + result.kind;
    return result;
}

} // namespace nakama
