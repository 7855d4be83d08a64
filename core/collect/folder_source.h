#pragma once

#include "core/collect/import_source.h"

#include <set>

namespace nakama
{

/**
 * A folder and all below it. Links are followed only to places within the folder, and each folder through
 * links once, so that no loop of links is endless.
 */
class FolderSource : public ImportSource
{
public:
    explicit FolderSource(std::filesystem::path path) : m_path(std::move(path)) {}

    std::string name() const override;
    const std::filesystem::path& path() const override { return m_path; }
    Result<SourceListing> list(JobContext& context) override;
    Result<std::vector<std::byte>> read(const ImportEntry& entry) override;

private:
    /** How a folder was come to. */
    enum class Through { Folders, Link };
    struct Pending
    {
        std::filesystem::path path;
        std::string name; ///< below the root, for showing
        Through through = Through::Folders;
    };

    void visitFolder(const Pending& folder, SourceListing& listing);
    void visitEntry(const std::filesystem::directory_entry& entry, const Pending& folder,
                    SourceListing& listing);
    void visitLink(const Pending& link, SourceListing& listing);

    std::filesystem::path m_path;
    std::filesystem::path m_root; ///< m_path without links
    std::vector<std::filesystem::path> m_files;
    std::vector<Pending> m_folders;                  ///< still to be visited
    std::vector<Pending> m_links;                    ///< links to folders, still to be visited
    std::set<std::filesystem::path> m_linkedFolders; ///< those visited through links
};

} // namespace nakama
