#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace nakama
{

/**
 * A file that is still coming: NAME.part beside its target, which survives the process, and NAME.part.version
 * with the server's word for which version of the file it is a part of. One process at a time holds it.
 */
class PartialFile
{
public:
    /** Opens what an earlier download left, or begins anew; makes the folder. Errors: Busy, Io, DiskFull. */
    static Result<PartialFile> open(const std::filesystem::path& target);

    PartialFile(PartialFile&& other) noexcept;
    PartialFile& operator=(PartialFile&&) = delete;
    ~PartialFile();

    const std::filesystem::path& path() const { return m_path; }
    std::int64_t size() const { return m_size; }
    /** Empty where the server named none. */
    const std::string& version() const { return m_version; }

    /** Empties it, to be filled with this version. Errors: Io, DiskFull. */
    Result<void> restart(const std::string& version);
    /** Errors: Io, DiskFull; what was written before stays. */
    Result<void> append(std::span<const std::byte> bytes);
    /** Syncs it and renames it over the target. Errors: Io, DiskFull. */
    Result<void> commit();
    /** Removes it from the disk. */
    void discard();

private:
    PartialFile(std::filesystem::path target, int descriptor);

    std::filesystem::path m_target;
    std::filesystem::path m_path;
    std::filesystem::path m_versionPath;
    int m_descriptor;
    std::int64_t m_size = 0;
    std::string m_version;
};

} // namespace nakama
