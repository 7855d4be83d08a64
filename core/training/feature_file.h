#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace nakama
{

/** How features are kept: Half for training, where noise of a thousandth does not matter; Single to the bit.
 */
enum class FeaturePrecision { Half, Single };

/**
 * What a frozen body says of pictures, kept on the disk: one file for one view of them. Features are appended
 * as they are computed, so a process that is killed loses a batch at most; an end that does not read back
 * whole is cut off. A cache: a file of another form is begun anew, and a disk that does not take more costs
 * only that they are computed again.
 */
class FeatureFile
{
public:
    /** Reads what is there; the file and its folder need not exist. Error: Io where it exists and cannot be
     * read. */
    static Result<FeatureFile> open(const std::filesystem::path& path, FeaturePrecision precision);

    bool has(const std::string& sha256) const { return m_rows.contains(sha256); }
    /** Floats of one picture's features; 0 while the file is empty. */
    std::size_t dimensions() const { return m_dimensions; }
    /** What the features take in memory. */
    std::size_t bytes() const { return m_values.size(); }
    /** Writes dimensions() floats; the picture must be there. */
    void read(const std::string& sha256, float* out) const;
    /** features: as many rows of equal length, one for each picture; those there are not to be added again.
     */
    void append(std::span<const std::string> sha256, std::span<const float> features);

private:
    FeatureFile(std::filesystem::path path, FeaturePrecision precision)
        : m_path(std::move(path)), m_precision(precision)
    {
    }

    std::size_t valueBytes() const { return m_precision == FeaturePrecision::Half ? 2 : 4; }
    std::size_t recordBytes() const;
    void takeRecords(std::span<const std::byte> content);
    void keep(const std::string& sha256, std::span<const std::byte> row);
    void write(std::span<const std::byte> bytes);

    std::filesystem::path m_path;
    FeaturePrecision m_precision;
    std::size_t m_dimensions = 0;
    std::vector<std::byte> m_values;                     ///< rows, one after another
    std::unordered_map<std::string, std::size_t> m_rows; ///< by SHA-256
    std::size_t m_soundBytes = 0;                        ///< of the file, up to its last whole record
    bool m_writable = true;
};

} // namespace nakama
