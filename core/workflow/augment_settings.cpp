#include "core/workflow/augment_settings.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace nakama
{

namespace
{

std::filesystem::path fileOf(const Workspace& workspace)
{
    return workspace.folder() / "augment.json";
}

} // namespace

AugmentParams defaultAugmentSettings(const Workspace& workspace)
{
    return workspace.isSample() ? AugmentParams{} : AugmentParams::recipe();
}

Result<AugmentParams> loadAugmentSettings(const Workspace& workspace)
{
    const auto file = fileOf(workspace);
    const auto text = readTextFile(file);
    if (!text && text.error().code == ErrorCode::NotFound)
        return defaultAugmentSettings(workspace);
    if (!text)
        return fail(text.error());
    try {
        return nlohmann::json::parse(*text).get<AugmentParams>();
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    std::string("the augmentation settings cannot be read (") + exception.what() +
                        "); delete the file to get the recipe again",
                    file.string());
    }
}

Result<void> saveAugmentSettings(const Workspace& workspace, const AugmentParams& params)
{
    const auto file = fileOf(workspace);
    if (params != defaultAugmentSettings(workspace))
        return writeFileAtomically(file, nlohmann::json(params).dump(2) + "\n");
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error)
        return fail(systemError(error.value(), "remove the augmentation settings", file));
    return {};
}

} // namespace nakama
