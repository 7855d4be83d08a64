#include "core/workflow/run_pictures.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

std::filesystem::path fileIn(const std::filesystem::path& runFolder)
{
    return runFolder / "pictures.json";
}

std::optional<RunPictures> readFrom(const std::filesystem::path& runFolder)
{
    const auto text = readTextFile(fileIn(runFolder));
    if (!text)
        return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*text);
        return RunPictures{json.at("train").get<std::set<std::string>>(),
                           json.at("val").get<std::set<std::string>>()};
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

} // namespace

Result<void> rememberRunPictures(const TrainingData& data)
{
    auto pictures = readFrom(data.runFolder).value_or(RunPictures{});
    for (const auto& picture : data.train)
        pictures.train.insert(picture.sha256);
    for (const auto& picture : data.val)
        pictures.val.insert(picture.sha256);
    const nlohmann::json json = {{"train", pictures.train}, {"val", pictures.val}};
    return writeFileAtomically(fileIn(data.runFolder), json.dump(1) + "\n");
}

std::optional<RunPictures> runPictures(const Workspace& workspace, const std::string& runId)
{
    return readFrom(workspace.runFolder(runId));
}

} // namespace nakama
