#include "core/workspace/detail/workspace_file.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

constexpr std::uintmax_t maxBytes = 1 << 20;

} // namespace

Result<WorkspaceFile> readWorkspaceFile(const std::filesystem::path& path)
{
    const auto text = readTextFile(path, maxBytes);
    if (!text && text.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    "there is no workspace in this folder; make one there, or name another",
                    path.parent_path().string());
    if (!text)
        return fail(text.error());
    try {
        const auto json = nlohmann::json::parse(*text);
        WorkspaceFile file;
        json.at("format").get_to(file.format);
        file.preset = json.value("preset", "");
        file.sample = json.value("sample", false);
        if (file.format >= 1)
            return file;
        return fail(ErrorCode::CorruptData, fmt::format("the format {} does not exist", file.format),
                    path.string());
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    fmt::format("this is not the description of a workspace ({}); restore it from a backup",
                                exception.what()),
                    path.string());
    }
}

Result<void> writeWorkspaceFile(const std::filesystem::path& path, const WorkspaceFile& file)
{
    const nlohmann::ordered_json json{
        {"format", file.format}, {"preset", file.preset}, {"sample", file.sample}};
    return writeFileAtomically(path, json.dump(2) + "\n");
}

} // namespace nakama
