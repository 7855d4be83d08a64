#include "core/workflow/training_description.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

constexpr auto usedOnKey = "used_on";

/** Of their content and labels, in the order of picturesOf(). */
nlohmann::json fingerprintOf(const std::vector<LabelledPicture>& pictures)
{
    std::string text;
    for (const auto& picture : pictures)
        text += fmt::format("{} {}\n", picture.sha256, picture.label);
    return {{"pictures", pictures.size()}, {"sha256", sha256(text)}};
}

nlohmann::json fingerprintsOf(const TrainingData& data)
{
    return {{"train", fingerprintOf(data.train)}, {"val", fingerprintOf(data.val)}};
}

/** A folder of weights is hashed by its weight file, which has its configuration beside it. */
Result<std::string> hashOfWeights(const std::filesystem::path& weights)
{
    if (weights.empty())
        return std::string();
    auto file = weights;
    if (std::filesystem::is_directory(weights))
        for (const auto* name : {"model.safetensors", "pytorch_model.bin"})
            if (std::filesystem::exists(weights / name)) {
                file = weights / name;
                break;
            }
    return std::filesystem::is_directory(file) ? Result<std::string>(std::string()) : sha256OfFile(file);
}

Result<nlohmann::json> usedOn(const TrainingConfig& config, const TrainingData& data)
{
    auto json = fingerprintsOf(data);
    NAKAMA_TRY(json["weights_sha256"], hashOfWeights(config.weights));
    return json;
}

/** Error: NotReady, with the way out, where something of now is not as it was then. */
Result<void> checkUnchanged(const nlohmann::json& then, const nlohmann::json& now, std::string_view wayOut,
                            const std::filesystem::path& file)
{
    for (const auto& [key, value] : now.items())
        if (then.value(key, nlohmann::json()) != value)
            return fail(ErrorCode::NotReady,
                        fmt::format("'{}' is not what these settings were used on: {} then, {} now; {}", key,
                                    then.value(key, nlohmann::json()).dump(), value.dump(), wayOut),
                        file.string());
    return {};
}

} // namespace

Result<DescribedTraining> describeTraining(TrainingConfig config, const TrainingData& data)
{
    nlohmann::json json = config;
    NAKAMA_TRY(json[usedOnKey], usedOn(config, data));
    return DescribedTraining{std::move(config), json.dump(2) + "\n"};
}

Result<TrainingConfig> trainingToRepeat(const std::filesystem::path& file, const TrainingData& data)
{
    NAKAMA_TRY(const auto text, readTextFile(file));
    try {
        const auto json = nlohmann::json::parse(text);
        auto config = json.get<TrainingConfig>();
        if (!json.contains(usedOnKey))
            return config;
        NAKAMA_TRY(const auto now, usedOn(config, data));
        NAKAMA_CHECK(checkUnchanged(json[usedOnKey], now,
                                    "bring it back, or take \"used_on\" out of the file to use the settings "
                                    "on what is there",
                                    file));
        return config;
    } catch (const nlohmann::json::exception& exception) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("these are not the settings of a training ({}); name the config.json of a run",
                        exception.what()),
            file.string());
    }
}

Result<DescribedTraining> trainingToResume(const std::filesystem::path& runFolder, int epochs,
                                           const std::string& device, const TrainingData& data)
{
    const auto file = runFolder / "config.json";
    NAKAMA_TRY(const auto text, readTextFile(file));
    try {
        auto json = nlohmann::json::parse(text);
        DescribedTraining resumed{json.get<TrainingConfig>(), {}};
        auto& config = resumed.config;
        if (json.contains(usedOnKey))
            NAKAMA_CHECK(checkUnchanged(json[usedOnKey], fingerprintsOf(data),
                                        "bring back the split and labels of then, or start a new run from "
                                        "this one's checkpoints/last.safetensors",
                                        file));
        config.epochs = std::max(config.epochs, epochs);
        if (!device.empty())
            config.device = device;
        json.update(nlohmann::json(config));
        resumed.description = json.dump(2) + "\n";
        return resumed;
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    fmt::format("the run's settings cannot be read ({}); start a new run", exception.what()),
                    file.string());
    }
}

} // namespace nakama
