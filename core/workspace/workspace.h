#pragma once

#include "core/base/result.h"
#include "core/workspace/preset.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nakama
{

class Catalogue;

enum class Access { ReadOnly, ReadWrite };

struct WorkspaceParams
{
    std::string preset; ///< id of the preset that the classes came from; may be empty
    std::vector<ClassInfo> classes;
    bool sample = false; ///< the built-in sample: labelled as such everywhere
};

/**
 * A workspace folder: workspace.json, catalogue.sqlite, images/ (originals by content), prepared/ (cache),
 * runs/<id>/. A handle that may be copied and used from any thread; copies and catalogues share the write
 * lock, which one process holds at a time. Opening repairs what a crash left: temporary files are removed,
 * runs whose process is gone are marked as cancelled.
 */
class Workspace
{
public:
    /**
     * Makes the folder, and those above it; a folder in which making a workspace was interrupted may be given
     * again.
     * Errors: AlreadyExists (not empty), InvalidArgument (class names), Io, DiskFull.
     */
    static Result<Workspace> create(const std::filesystem::path& folder, const WorkspaceParams& params);

    /**
     * Opens it; an older format is migrated after a backup of the catalogue (ReadWrite only).
     * Errors: NotFound (no workspace there), Busy (another process writes; says which), NewerFormat,
     * CorruptData.
     */
    static Result<Workspace> open(const std::filesystem::path& folder, Access access);

    const std::filesystem::path& folder() const;
    Access access() const;
    bool isSample() const;
    const std::string& preset() const;
    static int formatVersion();

    std::filesystem::path imagePath(const std::string& sha256, const std::string& extension) const;
    /** Where originals are written before they are renamed to imagePath(); emptied on opening. */
    std::filesystem::path incomingFolder() const;
    std::filesystem::path preparedFolder() const;
    /** Cache of thumbnails by content; may be deleted. */
    std::filesystem::path thumbnailFolder() const;
    std::filesystem::path runFolder(const std::string& runId) const;

    /** A connection for the calling thread. */
    Result<Catalogue> catalogue() const;

private:
    struct Shared;
    explicit Workspace(std::shared_ptr<const Shared> shared);
    std::shared_ptr<const Shared> m_shared;
};

} // namespace nakama
