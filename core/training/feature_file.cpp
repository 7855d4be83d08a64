#include "core/training/feature_file.h"

#include "core/base/atomic_file.h"

#include <libdeflate.h>
#include <opencv2/core.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <system_error>

namespace nakama
{

namespace
{

// The file: this head, the length of a row (64 bits), then records: SHA-256 as 64 digits, the row, a CRC-32
// of both. Numbers as the machine has them: a cache does not travel.
constexpr std::string_view magic = "nakama features 1\n";
constexpr std::size_t headBytes = magic.size() + sizeof(std::uint64_t);
constexpr std::size_t nameBytes = 64;

std::uint32_t checksum(std::span<const std::byte> bytes)
{
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

template<typename T>
T numberAt(std::span<const std::byte> bytes, std::size_t offset)
{
    T number;
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

void put(std::vector<std::byte>& target, const void* data, std::size_t bytes)
{
    const auto* start = static_cast<const std::byte*>(data);
    target.insert(target.end(), start, start + bytes);
}

int typeOf(FeaturePrecision precision)
{
    return precision == FeaturePrecision::Half ? CV_16F : CV_32F;
}

} // namespace

Result<FeatureFile> FeatureFile::open(const std::filesystem::path& path, FeaturePrecision precision)
{
    FeatureFile file(path, precision);
    const auto content = readFile(path, std::uintmax_t{1} << 36);
    if (content)
        file.takeRecords(*content);
    else if (content.error().code != ErrorCode::NotFound)
        return fail(content.error());
    return file;
}

std::size_t FeatureFile::recordBytes() const
{
    return nameBytes + m_dimensions * valueBytes() + sizeof(std::uint32_t);
}

void FeatureFile::takeRecords(std::span<const std::byte> content)
{
    constexpr std::uint64_t mostDimensions = 1 << 24;
    if (content.size() < headBytes || std::memcmp(content.data(), magic.data(), magic.size()) != 0)
        return;
    const auto dimensions = numberAt<std::uint64_t>(content, magic.size());
    if (dimensions == 0 || dimensions > mostDimensions)
        return;
    m_dimensions = dimensions;
    const auto rowBytes = m_dimensions * valueBytes();
    m_values.reserve(content.size());
    m_soundBytes = headBytes;
    for (auto rest = content.subspan(headBytes); rest.size() >= recordBytes();
         rest = rest.subspan(recordBytes())) {
        if (numberAt<std::uint32_t>(rest, nameBytes + rowBytes) != checksum(rest.first(nameBytes + rowBytes)))
            break;
        keep(std::string(reinterpret_cast<const char*>(rest.data()), nameBytes),
             rest.subspan(nameBytes, rowBytes));
        m_soundBytes += recordBytes();
    }
}

void FeatureFile::keep(const std::string& sha256, std::span<const std::byte> row)
{
    m_rows.emplace(sha256, m_values.size() / row.size());
    m_values.insert(m_values.end(), row.begin(), row.end());
}

void FeatureFile::read(const std::string& sha256, float* out) const
{
    const auto row = m_rows.at(sha256);
    const auto columns = static_cast<int>(m_dimensions);
    const auto* start = m_values.data() + row * m_dimensions * valueBytes();
    const cv::Mat kept(1, columns, typeOf(m_precision), const_cast<std::byte*>(start));
    cv::Mat target(1, columns, CV_32F, out);
    kept.convertTo(target, CV_32F);
}

void FeatureFile::append(std::span<const std::string> sha256, std::span<const float> features)
{
    if (sha256.empty())
        return;
    const auto dimensions = features.size() / sha256.size();
    std::vector<std::byte> bytes;
    if (dimensions != m_dimensions) { // the first of the file, or those of a file that is no use any more
        m_dimensions = dimensions;
        m_rows.clear();
        m_values.clear();
        m_soundBytes = 0;
        const std::uint64_t number = dimensions;
        put(bytes, magic.data(), magic.size());
        put(bytes, &number, sizeof number);
    }
    for (std::size_t i = 0; i < sha256.size(); ++i) {
        const cv::Mat given(1, static_cast<int>(dimensions), CV_32F,
                            const_cast<float*>(features.data() + i * dimensions));
        cv::Mat kept;
        given.convertTo(kept, typeOf(m_precision));
        const auto start = bytes.size();
        put(bytes, sha256[i].data(), nameBytes);
        put(bytes, kept.data, dimensions * valueBytes());
        const std::uint32_t sum = checksum(std::span(bytes).subspan(start));
        put(bytes, &sum, sizeof sum);
        keep(sha256[i], std::span(bytes).subspan(start + nameBytes, dimensions * valueBytes()));
    }
    write(bytes);
}

void FeatureFile::write(std::span<const std::byte> bytes)
{
    if (!m_writable)
        return;
    std::error_code error;
    std::filesystem::create_directories(m_path.parent_path(), error);
    if (std::filesystem::exists(m_path, error))
        std::filesystem::resize_file(m_path, m_soundBytes, error); // a torn end of an earlier run
    std::ofstream file(m_path, std::ios::binary | std::ios::app);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file.close();
    m_writable = static_cast<bool>(file);
    if (m_writable)
        m_soundBytes += bytes.size();
    else
        spdlog::warn("features could not be kept and will be computed again in another run: {}",
                     m_path.string());
}

} // namespace nakama
