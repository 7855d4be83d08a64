#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/**
 * A file that appears whole or not at all: written under a temporary name in the same folder, synced, then
 * renamed over the target by commit(). Without commit() nothing of it stays.
 */
class AtomicFile
{
public:
    /** Errors: Io, DiskFull. The target's folder must exist. */
    static Result<AtomicFile> open(const std::filesystem::path& target);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    /** Syncs the file, renames it over the target and syncs the folder. */
    Result<void> commit();

    /** Where the bytes are until commit(), for writers that want a path. */
    const std::filesystem::path& temporaryPath() const { return m_temporary; }

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor);
    void discard() noexcept;

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
};

/** Replaces the file at path by these bytes, atomically and durably. Errors: Io, DiskFull. */
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text);
Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes);

/**
 * Appends bytes to a file, which is made where it is not there, in one write: they are in it whole, or at a
 * crash torn at its end, or, where the disk is full, not at all. Not synced. action: "write the log", for the
 * message. Errors: Io, DiskFull.
 */
Result<void> appendToFile(const std::filesystem::path& path, std::string_view bytes, std::string_view action);

/** Reads a whole regular file. Errors: NotFound, Io, TooLarge (more than maxBytes; nothing is read then). */
Result<std::vector<std::byte>> readFile(const std::filesystem::path& path,
                                        std::uintmax_t maxBytes = std::uintmax_t{1} << 32);
Result<std::string> readTextFile(const std::filesystem::path& path,
                                 std::uintmax_t maxBytes = std::uintmax_t{1} << 28);

/** Removes the temporary files that a killed process left in a folder (not below it); returns how many. */
std::size_t removeLeftoverTemporaries(const std::filesystem::path& folder);

/** The Error of a failed system call on a path, DiskFull told apart from Io. */
Error systemError(int errorNumber, std::string_view action, const std::filesystem::path& path);

} // namespace nakama
