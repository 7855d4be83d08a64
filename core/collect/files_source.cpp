#include "core/collect/files_source.h"

#include "core/base/atomic_file.h"
#include "core/collect/import_names.h"
#include "core/imaging/decode.h"

namespace nakama
{

namespace fs = std::filesystem;

std::string FilesSource::pathOf(const ImportEntry& entry) const
{
    return displayName(m_files.at(entry.index).string());
}

std::string FilesSource::folderOf(const ImportEntry& entry) const
{
    std::error_code error;
    return displayName(
        fs::weakly_canonical(m_files.at(entry.index), error).parent_path().filename().string());
}

Result<SourceListing> FilesSource::list(JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    SourceListing listing;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        ImportEntry entry{displayName(m_files[i].filename().string()), i};
        if (isSystemFile(entry.name) || isPlainlyNoPicture(entry.name))
            listing.skipped.push_back({pathOf(entry), "no picture by its name"});
        else
            listing.entries.push_back(std::move(entry));
    }
    return listing;
}

Result<std::vector<std::byte>> FilesSource::read(const ImportEntry& entry)
{
    return readFile(m_files.at(entry.index), DecodeLimits{}.maxFileBytes);
}

} // namespace nakama
