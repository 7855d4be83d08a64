#pragma once

#include "core/base/job.h"
#include "core/collect/import_job.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** A file that may be a picture, below an imported folder or archive. */
struct ImportEntry
{
    std::string name;      ///< path below the root with '/', as UTF-8 that can be shown
    std::size_t index = 0; ///< the source's own
};

/** What a folder or an archive offers for import. */
struct SourceListing
{
    std::vector<ImportEntry> entries;
    std::vector<SkippedFile> skipped; ///< what is left out by its name or kind alone
};

/** A folder or an archive to import from. Belongs to one thread. */
class ImportSource
{
public:
    ImportSource() = default;
    virtual ~ImportSource() = default;
    ImportSource(const ImportSource&) = delete;
    ImportSource& operator=(const ImportSource&) = delete;

    /** The folder's name or the archive's without ".zip": what files that lie directly in it are filed under.
     */
    virtual std::string name() const = 0;
    /** The path as the person gave it. */
    virtual const std::filesystem::path& path() const = 0;
    /** How reports name an entry. */
    virtual std::string pathOf(const ImportEntry& entry) const { return path().string() + "/" + entry.name; }

    /** Looks at names and kinds only. Errors: Cancelled; CorruptData, TooLarge for the source as a whole. */
    virtual Result<SourceListing> list(JobContext& context) = 0;
    /** The content of one entry; quickest in the order of the listing. Errors concern this entry only. */
    virtual Result<std::vector<std::byte>> read(const ImportEntry& entry) = 0;
};

/** Whether this is a file that may be a picture by itself: no folder, and no archive by its first bytes. */
bool isSingleFile(const std::filesystem::path& path);

/** A folder or .zip archive, told by what it is. Errors: NotFound, Unsupported, CorruptData, Io. */
Result<std::unique_ptr<ImportSource>> openImportSource(const std::filesystem::path& path);

} // namespace nakama
