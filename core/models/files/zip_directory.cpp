#include "core/models/files/zip_directory.h"

#include "core/models/files/byte_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

// Field names and sizes follow PKWARE's APPNOTE.TXT 6.3.

namespace nakama
{

namespace
{

constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::size_t endBytes = 22;
constexpr std::size_t locator64Bytes = 20;
constexpr std::size_t longestComment = 0xffff;
constexpr std::uint64_t mostEntries = 1'000'000; // a model has thousands
constexpr std::uint32_t moved32 = 0xffffffff;    // the value is in the Zip64 extra field
constexpr std::uint16_t encryptedFlag = 1;

struct Directory
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;
    std::uint64_t offset = 0;
};

struct CentralEntry
{
    std::string_view name;
    std::uint64_t bytes = 0;
    std::uint64_t packedBytes = 0;
    std::uint64_t localOffset = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
};

Error damaged(const std::string& what, const std::string& file)
{
    return {ErrorCode::CorruptData, "this zip archive is damaged or was not downloaded whole: " + what, file};
}

template<typename T>
T valueAt(std::span<const std::byte> bytes, std::size_t offset)
{
    return *ByteReader(bytes.subspan(offset, sizeof(T))).read<T>();
}

Result<std::size_t> findEnd(std::span<const std::byte> archive, const std::string& file)
{
    if (archive.size() >= endBytes) {
        const auto last = archive.size() - endBytes;
        const auto first = last > longestComment ? last - longestComment : 0;
        for (std::size_t at = last + 1; at-- > first;)
            if (valueAt<std::uint32_t>(archive, at) == endSignature)
                return at;
    }
    return fail(damaged("its table of contents is missing", file));
}

Result<Directory> readDirectory(std::span<const std::byte> archive, const std::string& file)
{
    NAKAMA_TRY(const auto end, findEnd(archive, file));
    Directory directory{valueAt<std::uint16_t>(archive, end + 10), valueAt<std::uint32_t>(archive, end + 12),
                        valueAt<std::uint32_t>(archive, end + 16)};
    if (end >= locator64Bytes &&
        valueAt<std::uint32_t>(archive, end - locator64Bytes) == locator64Signature) {
        constexpr std::size_t end64Bytes = 56;
        const auto at = valueAt<std::uint64_t>(archive, end - locator64Bytes + 8);
        if (at > archive.size() || archive.size() - at < end64Bytes ||
            valueAt<std::uint32_t>(archive, at) != end64Signature)
            return fail(damaged("its Zip64 table of contents is missing", file));
        directory = {valueAt<std::uint64_t>(archive, at + 32), valueAt<std::uint64_t>(archive, at + 40),
                     valueAt<std::uint64_t>(archive, at + 48)};
    }
    if (directory.entries > mostEntries)
        return fail(ErrorCode::TooLarge, fmt::format("this zip archive has {} members", directory.entries),
                    file);
    if (directory.offset > end || directory.bytes > end - directory.offset)
        return fail(damaged("its table of contents leaves the file", file));
    return directory;
}

/** Takes the values that did not fit 32 bits from the extra field, in their fixed order. */
bool readZip64Extra(std::span<const std::byte> extra, CentralEntry& entry)
{
    ByteReader reader(extra);
    while (reader.left() >= 4) {
        const auto id = *reader.read<std::uint16_t>();
        const auto field = reader.take(*reader.read<std::uint16_t>());
        if (!field)
            return false;
        if (id != 1)
            continue;
        ByteReader values(*field);
        for (auto* value : {&entry.bytes, &entry.packedBytes, &entry.localOffset}) {
            if (*value != moved32)
                continue;
            const auto moved = values.read<std::uint64_t>();
            if (!moved)
                return false;
            *value = *moved;
        }
    }
    return true;
}

std::optional<CentralEntry> readCentralEntry(ByteReader& reader)
{
    const auto header = reader.take(46);
    if (!header || valueAt<std::uint32_t>(*header, 0) != centralSignature)
        return std::nullopt;
    CentralEntry entry;
    entry.flags = valueAt<std::uint16_t>(*header, 8);
    entry.method = valueAt<std::uint16_t>(*header, 10);
    entry.packedBytes = valueAt<std::uint32_t>(*header, 20);
    entry.bytes = valueAt<std::uint32_t>(*header, 24);
    entry.localOffset = valueAt<std::uint32_t>(*header, 42);
    const auto name = reader.text(valueAt<std::uint16_t>(*header, 28));
    const auto extra = reader.take(valueAt<std::uint16_t>(*header, 30));
    const auto comment = reader.take(valueAt<std::uint16_t>(*header, 32));
    if (!name || !extra || !comment || !readZip64Extra(*extra, entry))
        return std::nullopt;
    entry.name = *name;
    return entry;
}

Result<ZipMember> locate(const CentralEntry& entry, std::span<std::byte> archive,
                         std::uint64_t directoryOffset, const std::string& file)
{
    constexpr std::uint64_t localBytes = 30;
    if (entry.localOffset > directoryOffset || directoryOffset - entry.localOffset < localBytes ||
        valueAt<std::uint32_t>(archive, entry.localOffset) != localSignature)
        return fail(damaged(fmt::format("\"{:.100}\" is not where it should be", entry.name), file));
    const auto begin = entry.localOffset + localBytes +
                       valueAt<std::uint16_t>(archive, entry.localOffset + 26) +
                       valueAt<std::uint16_t>(archive, entry.localOffset + 28);
    if (begin > directoryOffset || entry.packedBytes > directoryOffset - begin)
        return fail(damaged(fmt::format("\"{:.100}\" leaves the file", entry.name), file));
    const bool stored = entry.method == 0 && entry.packedBytes == entry.bytes;
    const auto packing = entry.flags & encryptedFlag ? ZipPacking::Encrypted
                         : stored                    ? ZipPacking::Stored
                                                     : ZipPacking::Compressed;
    return ZipMember{entry.name, packing, archive.subspan(begin, entry.packedBytes)};
}

} // namespace

Result<std::vector<ZipMember>> listZip(std::span<std::byte> archive, const std::string& file)
{
    NAKAMA_TRY(const auto directory, readDirectory(archive, file));
    ByteReader reader(archive.subspan(directory.offset, directory.bytes));
    std::vector<ZipMember> members;
    std::set<std::string_view> names;
    for (std::uint64_t i = 0; i < directory.entries; ++i) {
        const auto entry = readCentralEntry(reader);
        if (!entry)
            return fail(damaged("its table of contents is cut off", file));
        if (!names.insert(entry->name).second)
            return fail(damaged(fmt::format("it holds \"{:.100}\" twice", entry->name), file));
        NAKAMA_TRY(const auto member, locate(*entry, archive, directory.offset, file));
        members.push_back(member);
    }
    return members;
}

} // namespace nakama
