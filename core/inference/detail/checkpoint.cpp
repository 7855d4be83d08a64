#include "core/inference/detail/checkpoint.h"

#include "core/base/atomic_file.h"
#include "core/models/model_spec.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

constexpr auto formatKey = "nakama_checkpoint";
constexpr auto formatVersion = "1";
const std::string resumePrefix = "resume.";

nlohmann::json describe(const TrainingConfig& config, const EpochRecord& record)
{
    return {
        {formatKey, formatVersion},
        {"version", NAKAMA_VERSION},
        {"model", config.model},
        {"classes", config.classes},
        {"preprocessing", config.preprocessing},
        {"preprocessing_hash", config.preprocessing.hash()},
        {"epoch", record.epoch},
        {"metrics", record},
        {"recipe", config.augment},
        {"config", config},
    };
}

/** Class and file names need not be UTF-8; saving must not fail over one. */
std::string textOf(const nlohmann::json& json, int indent = -1)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

/** The metadata of safetensors are strings: strings as they are, everything else as JSON. */
std::map<std::string, std::string> metadataOf(const nlohmann::json& description)
{
    std::map<std::string, std::string> metadata{{"format", "pt"}};
    for (const auto& [key, value] : description.items())
        metadata[key] = value.is_string() ? value.get<std::string>() : textOf(value);
    return metadata;
}

Result<CheckpointInfo> infoFrom(const std::map<std::string, std::string>& metadata,
                                const std::filesystem::path& path)
try {
    if (!metadata.contains(formatKey))
        return fail(ErrorCode::Unsupported,
                    "these are weights without a description of classes and preprocessing; start a training "
                    "from them, and predict with the checkpoint that it makes",
                    path.string());
    if (metadata.at(formatKey) != formatVersion)
        return fail(ErrorCode::NewerFormat,
                    fmt::format("this checkpoint has format {}, and this program reads format {}; update it",
                                metadata.at(formatKey), formatVersion),
                    path.string());
    CheckpointInfo info;
    info.model = metadata.at("model");
    info.classes = nlohmann::json::parse(metadata.at("classes")).get<std::vector<std::string>>();
    info.preprocessing = nlohmann::json::parse(metadata.at("preprocessing")).get<Preprocessing>();
    info.epoch = nlohmann::json::parse(metadata.at("epoch")).get<int>();
    if (info.preprocessing.hash() != metadata.at("preprocessing_hash"))
        return fail(
            ErrorCode::CorruptData,
            "the preprocessing does not fit its hash; take the checkpoint from where it was made again",
            path.string());
    return info;
} catch (const std::exception& exception) {
    return fail(
        ErrorCode::CorruptData,
        fmt::format("the checkpoint's description cannot be read ({}); take it from where it was made "
                    "again",
                    exception.what()),
        path.string());
}

/** Takes what is for going on out of what is for answering. */
void takeResume(Checkpoint& checkpoint)
{
    std::erase_if(checkpoint.state.tensors, [&](auto& named) {
        if (!named.first.starts_with(resumePrefix))
            return false;
        checkpoint.resume.tensors.emplace_back(named.first.substr(resumePrefix.size()), named.second);
        return true;
    });
    for (const auto& [key, value] : checkpoint.state.metadata)
        if (key.starts_with(resumePrefix))
            checkpoint.resume.metadata[key.substr(resumePrefix.size())] = value;
}

} // namespace

Result<void> writeCheckpoint(const torch::nn::Module& model, const TrainingConfig& config,
                             const EpochRecord& record, const std::filesystem::path& path,
                             const StateDict& resume)
{
    const auto description = describe(config, record);
    auto state = stateDictOf(model);
    state.metadata = metadataOf(description);
    for (const auto& [name, tensor] : resume.tensors)
        state.tensors.emplace_back(resumePrefix + name, tensor);
    for (const auto& [key, value] : resume.metadata)
        state.metadata[resumePrefix + key] = value;
    NAKAMA_CHECK(writeSafetensors(state, path));
    auto beside = path;
    return writeFileAtomically(beside.replace_extension(".json"), textOf(description, 2) + "\n");
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& path)
{
    Checkpoint checkpoint;
    NAKAMA_TRY(checkpoint.state, readSafetensors(path));
    NAKAMA_TRY(checkpoint.info, infoFrom(checkpoint.state.metadata, path));
    takeResume(checkpoint);
    return checkpoint;
}

Result<void> loadInto(Backbone& model, const Checkpoint& checkpoint)
{
    NAKAMA_TRY(const auto spec, findModelSpec(checkpoint.info.model));
    NAKAMA_TRY(const auto report, loadStateDict(model, checkpoint.state, spec.headKey));
    if (!report.replacedHead.empty())
        return fail(ErrorCode::CorruptData,
                    fmt::format("the checkpoint names {} classes, but its classifier does not fit them: {}",
                                checkpoint.info.classes.size(), report.replacedHead));
    return {};
}

Result<std::shared_ptr<Backbone>> modelFrom(const Checkpoint& checkpoint)
{
    const auto classes = static_cast<int>(checkpoint.info.classes.size());
    NAKAMA_TRY(auto model, makeBackbone(checkpoint.info.model, classes, 1));
    NAKAMA_CHECK(loadInto(*model, checkpoint));
    return model;
}

} // namespace nakama
