#include "core/workflow/run_note.h"

#include "core/base/atomic_file.h"
#include "core/workspace/catalogue.h"

#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

std::filesystem::path noteFile(const Workspace& workspace, const std::string& runId)
{
    return workspace.runFolder(runId) / "note.json";
}

} // namespace

RunNote readRunNote(const Workspace& workspace, const std::string& runId)
{
    const auto text = readTextFile(noteFile(workspace, runId));
    if (!text)
        return {};
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    const auto textOf = [&](const char* field) {
        const bool there = json.is_object() && json.contains(field) && json[field].is_string();
        return there ? json[field].get<std::string>() : std::string();
    };
    return {textOf("name"), textOf("text")};
}

Result<void> writeRunNote(const Workspace& workspace, const std::string& runId, const RunNote& note)
{
    const nlohmann::json json = {{"name", note.name}, {"text", note.text}};
    return writeFileAtomically(noteFile(workspace, runId),
                               json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

std::uint64_t runBytes(const Workspace& workspace, const std::string& runId)
{
    std::uint64_t bytes = 0;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(workspace.runFolder(runId), error), end;
         !error && entry != end; entry.increment(error)) {
        std::error_code unknown; // a file that goes away meanwhile counts nothing
        if (entry->is_regular_file(unknown))
            if (const auto size = entry->file_size(unknown); !unknown)
                bytes += size;
    }
    return bytes;
}

Result<void> deleteRun(const Workspace& workspace, const std::string& runId)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(runId));
    if (run.status == RunStatus::Running)
        return fail(ErrorCode::NotReady, "the run is training; stop it before it is deleted", run.id);
    const auto folder = workspace.runFolder(run.id);
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (error)
        return fail(systemError(error.value(), "delete the run's folder", folder));
    return catalogue.removeRun(run.id);
}

} // namespace nakama
