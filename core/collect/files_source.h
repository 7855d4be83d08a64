#pragma once

#include "core/collect/import_source.h"

#include <vector>

namespace nakama
{

/** Single files that a person has named: dropped on the window, or on the command line. */
class FilesSource : public ImportSource
{
public:
    explicit FilesSource(std::vector<std::filesystem::path> files) : m_files(std::move(files)) {}

    /** They share no folder. */
    std::string name() const override { return {}; }
    const std::filesystem::path& path() const override { return m_path; }
    std::string pathOf(const ImportEntry& entry) const override;
    /** The name of the folder that a file lies in. */
    std::string folderOf(const ImportEntry& entry) const;
    Result<SourceListing> list(JobContext& context) override;
    Result<std::vector<std::byte>> read(const ImportEntry& entry) override;

private:
    std::filesystem::path m_path;
    std::vector<std::filesystem::path> m_files;
};

} // namespace nakama
