#include "tests/unit/collect/zip_bytes.h"

#include <zlib.h>

#include <fstream>
#include <stdexcept>

namespace nakama::test
{

namespace
{

void put16(std::string& bytes, std::uint32_t value)
{
    bytes += static_cast<char>(value & 0xff);
    bytes += static_cast<char>((value >> 8) & 0xff);
}

void put32(std::string& bytes, std::uint32_t value)
{
    put16(bytes, value & 0xffff);
    put16(bytes, value >> 16);
}

std::string deflated(const std::string& content)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib refuses");
    std::string packed(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/** What the local header and the entry of the list have in common. */
std::string commonFields(const ZipItem& item, const std::string& packed)
{
    const auto checksum = static_cast<std::uint32_t>(crc32(
        0, reinterpret_cast<const Bytef*>(item.content.data()), static_cast<uInt>(item.content.size())));
    std::string bytes;
    put16(bytes, 20);
    put16(bytes, item.flags);
    put16(bytes, static_cast<std::uint16_t>(item.method));
    put32(bytes, 0x5A210000); // some date
    put32(bytes, item.statedChecksum.value_or(checksum));
    put32(bytes, static_cast<std::uint32_t>(packed.size()));
    put32(bytes, item.statedBytes.value_or(static_cast<std::uint32_t>(item.content.size())));
    put16(bytes, static_cast<std::uint32_t>(item.name.size()));
    put16(bytes, 0); // no extra field
    return bytes;
}

} // namespace

std::string zipBytes(const std::vector<ZipItem>& items)
{
    std::string bytes, list;
    for (const auto& item : items) {
        const auto packed = item.method == ZipItem::Method::Deflated ? deflated(item.content) : item.content;
        const auto offset = static_cast<std::uint32_t>(bytes.size());
        bytes += "PK\3\4" + commonFields(item, packed) + item.name + packed;
        list += "PK\1\2";
        put16(list, 3 << 8 | 20); // made on Unix
        list += commonFields(item, packed);
        put16(list, 0); // no comment
        put16(list, 0);
        put16(list, 0);
        put32(list, item.unixMode << 16);
        put32(list, offset);
        list += item.name;
    }
    const auto listOffset = static_cast<std::uint32_t>(bytes.size());
    bytes += list + std::string("PK\5\6\0\0\0\0", 8);
    put16(bytes, static_cast<std::uint32_t>(items.size()));
    put16(bytes, static_cast<std::uint32_t>(items.size()));
    put32(bytes, static_cast<std::uint32_t>(list.size()));
    put32(bytes, listOffset);
    put16(bytes, 0);
    return bytes;
}

void writeFile(const std::filesystem::path& path, const std::string& content)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << content;
    if (!file.flush())
        throw std::runtime_error("cannot write " + path.string());
}

void writeZip(const std::filesystem::path& path, const std::vector<ZipItem>& items)
{
    writeFile(path, zipBytes(items));
}

} // namespace nakama::test
