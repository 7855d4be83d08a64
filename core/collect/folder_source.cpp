#include "core/collect/folder_source.h"

#include "core/base/atomic_file.h"
#include "core/collect/import_names.h"
#include "core/imaging/decode.h"

#include <algorithm>
#include <utility>

namespace nakama
{

namespace fs = std::filesystem;

namespace
{

bool isWithin(const fs::path& path, const fs::path& root)
{
    return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

std::string below(const std::string& folder, const fs::path& file)
{
    return (folder.empty() ? "" : folder + "/") + displayName(file.filename().string());
}

} // namespace

std::string FolderSource::name() const
{
    std::error_code error;
    return displayName(fs::weakly_canonical(m_path, error).filename().string());
}

Result<SourceListing> FolderSource::list(JobContext& context)
{
    std::error_code error;
    m_root = fs::canonical(m_path, error);
    if (error)
        return fail(systemError(error.value(), "open the folder", m_path));
    m_files.clear();
    m_linkedFolders.clear();
    SourceListing listing;
    m_folders = {{m_root, "", Through::Folders}};
    // All real folders come first, so that a link never takes the place of the folder that it leads to.
    while (!m_folders.empty() || !m_links.empty()) {
        NAKAMA_CHECK(context.checkpoint());
        auto& pending = m_folders.empty() ? m_links : m_folders;
        const auto next = std::move(pending.back());
        pending.pop_back();
        visitFolder(next, listing);
        context.progress(std::ssize(m_files), 0, "looking for pictures");
    }
    std::sort(listing.entries.begin(), listing.entries.end(),
              [](const ImportEntry& a, const ImportEntry& b) { return a.name < b.name; });
    return listing;
}

void FolderSource::visitFolder(const Pending& folder, SourceListing& listing)
{
    if (folder.through == Through::Link && !m_linkedFolders.insert(folder.path).second) {
        listing.skipped.push_back(
            {(m_path / folder.name).string(), "a link to a folder that is imported already"});
        return;
    }
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder.path, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        visitEntry(*entry, folder, listing);
    if (error)
        listing.skipped.push_back({(m_path / folder.name).string(),
                                   systemError(error.value(), "read the folder", folder.path).message});
}

void FolderSource::visitEntry(const fs::directory_entry& entry, const Pending& folder, SourceListing& listing)
{
    const Pending here{entry.path(), below(folder.name, entry.path()), folder.through};
    const auto skip = [&](std::string reason) {
        listing.skipped.push_back({(m_path / here.name).string(), std::move(reason)});
    };
    if (isSystemFile(entry.path().filename().string()))
        return skip("a hidden file or one of the system, not a picture");
    std::error_code error;
    if (entry.is_symlink(error))
        return visitLink(here, listing);
    if (entry.is_directory(error)) {
        m_folders.push_back(here);
    } else if (entry.is_regular_file(error)) {
        listing.entries.push_back({here.name, m_files.size()});
        m_files.push_back(entry.path());
    } else {
        skip("neither a file nor a folder");
    }
}

void FolderSource::visitLink(const Pending& link, SourceListing& listing)
{
    const auto skip = [&](std::string reason) {
        listing.skipped.push_back({(m_path / link.name).string(), std::move(reason)});
    };
    std::error_code error;
    const auto target = fs::canonical(link.path, error);
    if (error)
        return skip("a link that leads nowhere");
    if (!isWithin(target, m_root))
        return skip("a link that leads out of the imported folder");
    if (isWithin(link.path, target))
        return skip("a link to a folder that it lies in");
    if (fs::is_directory(target, error)) {
        m_links.push_back({target, link.name, Through::Link});
    } else if (fs::is_regular_file(target, error)) {
        listing.entries.push_back({link.name, m_files.size()});
        m_files.push_back(target);
    } else {
        skip("a link to neither a file nor a folder");
    }
}

Result<std::vector<std::byte>> FolderSource::read(const ImportEntry& entry)
{
    return readFile(m_files.at(entry.index), DecodeLimits{}.maxFileBytes);
}

} // namespace nakama
