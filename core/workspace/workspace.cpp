#include "core/workspace/workspace.h"

#include "core/base/atomic_file.h"
#include "core/workspace/class_names.h"
#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/migrations.h"
#include "core/workspace/detail/workspace_file.h"
#include "core/workspace/write_lock.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <optional>

namespace nakama
{

namespace fs = std::filesystem;

struct Workspace::Shared
{
    fs::path folder;
    Access access = Access::ReadOnly;
    WorkspaceFile file;
    std::optional<WriteLock> lock;
};

namespace
{

constexpr const char* descriptionName = "workspace.json";
constexpr const char* catalogueName = "catalogue.sqlite";
constexpr const char* lockName = "workspace.lock";

/** In the order in which they are made: images/ before what is in it. */
constexpr std::array folderNames{"images", "images/incoming", "prepared", "runs"};

/** Absolute, because the working folder may change, and UTF-8, because SQLite and JSON need it. */
Result<fs::path> usablePath(const fs::path& folder)
{
    std::error_code error;
    auto path = fs::absolute(folder, error).lexically_normal();
    if (error || folder.empty())
        return fail(ErrorCode::InvalidArgument, "this is not a folder's name", folder.string());
    if (!path.has_filename())
        path = path.parent_path(); // a trailing slash
    if (toQt(path.string()).toStdString() != path.string())
        return fail(ErrorCode::InvalidArgument, "the folder's name is not valid UTF-8; choose another name",
                    path.string());
    return path;
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(systemError(error.value(), "make the folder", folder));
    return {};
}

/** A folder without files, or with nothing but the beginnings of a workspace that was never finished. */
bool mayBecomeWorkspace(const fs::path& folder)
{
    std::error_code error;
    if (fs::exists(folder / descriptionName, error))
        return false;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        const bool ours = name.starts_with(catalogueName) || name == lockName || name == "images" ||
                          name == "prepared" || name == "runs" ||
                          name.starts_with(".workspace.json.nakama-tmp-");
        if (!ours)
            return false;
    }
    if (error)
        return false;
    for (const auto* name : folderNames)
        for (const auto& entry : fs::directory_iterator(folder / name, error))
            if (entry.path() != folder / "images" / "incoming")
                return false;
    return true;
}

/** Runs that are "running" although their process has ended: this process has the lock, so nobody trains. */
Result<void> repairRuns(Catalogue& catalogue, const fs::path& runsFolder)
{
    NAKAMA_TRY(const auto runs, catalogue.runs());
    for (auto run : runs) {
        if (run.status != RunStatus::Running)
            continue;
        run.status = RunStatus::Cancelled;
        run.finishedAt = timestamp().toStdString();
        run.message = "the program ended while this run was training";
        NAKAMA_CHECK(catalogue.updateRun(run));
        const auto leftovers = removeLeftoverTemporaries(runsFolder / run.id) +
                               removeLeftoverTemporaries(runsFolder / run.id / "checkpoints");
        spdlog::info("run {} was left unfinished and counts as cancelled; {} temporary files removed", run.id,
                     leftovers);
    }
    return {};
}

/** What a killed process left behind, and cache folders that a person has deleted. */
Result<void> repairFiles(const fs::path& folder)
{
    removeLeftoverTemporaries(folder);
    for (const auto* name : folderNames)
        NAKAMA_CHECK(makeFolder(folder / name));
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / "images" / "incoming", error))
        fs::remove(entry.path(), error);
    return {};
}

/** The catalogue of the newest format; workspace.json follows it. */
Result<void> migrate(const fs::path& folder, WorkspaceFile& file)
{
    NAKAMA_TRY(auto database, Database::open(folder / catalogueName, DatabaseMode::ReadWrite));
    NAKAMA_CHECK(migrateCatalogue(database, catalogueMigrations()));
    if (file.format == Workspace::formatVersion())
        return {};
    file.format = Workspace::formatVersion();
    return writeWorkspaceFile(folder / descriptionName, file);
}

Result<void> checkFormat(int format, const fs::path& folder)
{
    const int known = Workspace::formatVersion();
    if (format > known)
        return fail(
            ErrorCode::NewerFormat,
            fmt::format("this workspace was written by a newer Nakama (format {}; this one reads up to "
                        "{}); install the newer version to open it",
                        format, known),
            folder.string());
    return {};
}

} // namespace

Workspace::Workspace(std::shared_ptr<const Shared> shared) : m_shared(std::move(shared)) {}

Result<Workspace> Workspace::create(const fs::path& folder, const WorkspaceParams& params)
{
    NAKAMA_CHECK(checkNewClasses({}, params.classes));
    auto shared = std::make_shared<Shared>();
    NAKAMA_TRY(shared->folder, usablePath(folder));
    shared->access = Access::ReadWrite;
    shared->file = {formatVersion(), params.preset, params.sample};
    const auto& root = shared->folder;

    NAKAMA_CHECK(makeFolder(root));
    if (!mayBecomeWorkspace(root))
        return fail(ErrorCode::AlreadyExists, "this folder is not empty; choose a new or an empty one",
                    root.string());
    NAKAMA_TRY(shared->lock, WriteLock::acquire(root / lockName));
    std::error_code error;
    for (const auto* suffix : {"", "-wal", "-shm"})
        fs::remove(root / (std::string(catalogueName) + suffix), error);
    NAKAMA_CHECK(repairFiles(root));
    NAKAMA_CHECK(migrate(root, shared->file));
    Workspace workspace(shared);
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_CHECK(catalogue.addClasses(params.classes));
    // Last: with this file, the folder is a workspace.
    NAKAMA_CHECK(writeWorkspaceFile(root / descriptionName, shared->file));
    return workspace;
}

Result<Workspace> Workspace::open(const fs::path& folder, Access access)
{
    auto shared = std::make_shared<Shared>();
    NAKAMA_TRY(shared->folder, usablePath(folder));
    shared->access = access;
    const auto& root = shared->folder;
    NAKAMA_TRY(shared->file, readWorkspaceFile(root / descriptionName));
    NAKAMA_CHECK(checkFormat(shared->file.format, root));
    std::error_code error;
    if (!fs::is_regular_file(root / catalogueName, error))
        return fail(
            ErrorCode::CorruptData,
            "the catalogue is missing; restore catalogue.sqlite from a backup, or import the pictures in "
            "images/ into a new workspace",
            (root / catalogueName).string());

    if (access == Access::ReadWrite) {
        NAKAMA_TRY(shared->lock, WriteLock::acquire(root / lockName));
        NAKAMA_CHECK(repairFiles(root));
        NAKAMA_CHECK(migrate(root, shared->file));
        Workspace workspace(shared);
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        NAKAMA_CHECK(repairRuns(catalogue, root / "runs"));
        return workspace;
    }
    NAKAMA_TRY(const auto database, Database::open(root / catalogueName, DatabaseMode::ReadOnly));
    NAKAMA_TRY(const int format, catalogueFormat(database));
    NAKAMA_CHECK(checkFormat(format, root));
    if (format < formatVersion())
        return fail(
            ErrorCode::NotReady,
            fmt::format("this workspace has the older format {}; open it for writing once, in the window "
                        "or with an import, to bring it up to date",
                        format),
            root.string());
    return Workspace(shared);
}

const fs::path& Workspace::folder() const
{
    return m_shared->folder;
}

Access Workspace::access() const
{
    return m_shared->access;
}

bool Workspace::isSample() const
{
    return m_shared->file.sample;
}

const std::string& Workspace::preset() const
{
    return m_shared->file.preset;
}

int Workspace::formatVersion()
{
    return catalogueMigrations().back().to;
}

fs::path Workspace::imagePath(const std::string& sha256, const std::string& extension) const
{
    return imagePathIn(m_shared->folder, sha256, extension);
}

fs::path Workspace::incomingFolder() const
{
    return m_shared->folder / "images" / "incoming";
}

fs::path Workspace::preparedFolder() const
{
    return m_shared->folder / "prepared";
}

fs::path Workspace::thumbnailFolder() const
{
    return m_shared->folder / "thumbnails";
}

fs::path Workspace::runFolder(const std::string& runId) const
{
    return m_shared->folder / "runs" / runId;
}

Result<Catalogue> Workspace::catalogue() const
{
    NAKAMA_TRY(auto database, Database::open(m_shared->folder / catalogueName,
                                             m_shared->access == Access::ReadWrite ? DatabaseMode::ReadWrite
                                                                                   : DatabaseMode::ReadOnly));
    return Catalogue(std::make_unique<Catalogue::Connection>(std::move(database), m_shared));
}

} // namespace nakama
