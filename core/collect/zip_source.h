#pragma once

#include "core/collect/import_source.h"

#include <set>

class QFile;
class QuaZip;

namespace nakama
{

/**
 * A .zip archive, read entry by entry into memory; nothing is unpacked to disk. What an archive may do to
 * harm is skipped with its reason: names that lead elsewhere, links, encrypted entries, entries that unpack
 * to more than they may.
 */
class ZipSource : public ImportSource
{
public:
    /** Errors: CorruptData for an archive that is truncated or no .zip, Io. */
    static Result<std::unique_ptr<ImportSource>> open(const std::filesystem::path& path);
    ~ZipSource() override;

    std::string name() const override;
    const std::filesystem::path& path() const override { return m_path; }
    Result<SourceListing> list(JobContext& context) override;
    Result<std::vector<std::byte>> read(const ImportEntry& entry) override;

private:
    ZipSource(std::filesystem::path path, std::unique_ptr<QFile> file, std::unique_ptr<QuaZip> zip);
    void visit(std::size_t index, SourceListing& listing);
    Result<void> goTo(std::size_t index);
    Error damaged(const std::string& reason) const;

    std::filesystem::path m_path;
    std::unique_ptr<QFile> m_file;
    std::unique_ptr<QuaZip> m_zip;
    std::size_t m_current = 0;             ///< the entry that m_zip stands on
    std::uint64_t m_packedBytes = 0;       ///< of all entries that were listed
    std::set<std::string> m_systemFolders; ///< those mentioned already
};

} // namespace nakama
