#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

enum class ZipPacking { Stored, Compressed, Encrypted };

struct ZipMember
{
    std::string_view name;
    ZipPacking packing = ZipPacking::Stored;
    std::span<std::byte> bytes; ///< as they lie in the archive
};

/**
 * Lists a zip archive in memory (also Zip64), so that members which are stored uncompressed, as PyTorch
 * writes them, can be used where they lie. Errors: CorruptData (two members of one name, a member that leaves
 * the archive), TooLarge.
 */
Result<std::vector<ZipMember>> listZip(std::span<std::byte> archive, const std::string& file);

} // namespace nakama
