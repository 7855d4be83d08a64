#include "core/collect/zip_source.h"

#include "core/base/atomic_file.h"
#include "core/collect/import_names.h"
#include "core/imaging/decode.h"

#include <QFile>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <span>
#include <utility>

namespace nakama
{

namespace
{

constexpr int mostEntries = 500'000;

/**
 * A picture that unpacks to more than this many times its packed size is taken for a bomb, beyond a size that
 * is harmless anyway: real JPEG, PNG and WebP files hardly shrink at all.
 */
constexpr std::uint64_t mostExpansion = 250;
constexpr std::uint64_t harmlessBytes = std::uint64_t{32} << 20;

/** The name's bytes: QuaZip decodes those marked as UTF-8, the others come through as Latin-1. */
std::string nameOf(const QuaZipFileInfo64& info)
{
    constexpr quint16 utf8Flag = 0x0800;
    auto bytes =
        (info.flags & utf8Flag) ? info.name.toUtf8().toStdString() : info.name.toLatin1().toStdString();
    auto name = displayName(bytes);
    // Some programs on Windows write backslashes; in names that are not UTF-8 they may be half of a
    // character.
    if (name == bytes)
        std::replace(name.begin(), name.end(), '\\', '/');
    return name;
}

/** Why an entry of this name may not be taken; empty where it may. */
std::string objectionToName(const std::string& name, const std::vector<std::string>& parts)
{
    if (name.starts_with('/') || (!parts.empty() && parts.front().size() == 2 && parts.front()[1] == ':'))
        return "its name is an absolute path";
    if (std::find(parts.begin(), parts.end(), "..") != parts.end())
        return "its name leads out of the archive";
    return {};
}

std::string objectionToKind(const QuaZipFileInfo64& info)
{
    constexpr unsigned kindMask = 0170000, regular = 0100000, link = 0120000;
    const unsigned kind = (info.externalAttr >> 16) & kindMask; // 0 where the archive was not made on Unix
    if (kind == link)
        return "a link";
    if (kind != 0 && kind != regular)
        return "neither a file nor a folder";
    if (info.isEncrypted())
        return "encrypted; unpack the archive with its password and import the folder";
    return {};
}

std::string objectionToSize(const QuaZipFileInfo64& info)
{
    const auto limit = DecodeLimits{}.maxFileBytes;
    if (info.uncompressedSize > limit)
        return fmt::format("it unpacks to {} MB; at most {} MB are allowed", info.uncompressedSize >> 20,
                           limit >> 20);
    if (info.uncompressedSize > harmlessBytes && info.uncompressedSize / mostExpansion > info.compressedSize)
        return fmt::format("it unpacks from {} bytes to {}, as an archive bomb does", info.compressedSize,
                           info.uncompressedSize);
    return {};
}

} // namespace

ZipSource::ZipSource(std::filesystem::path path, std::unique_ptr<QFile> file, std::unique_ptr<QuaZip> zip)
    : m_path(std::move(path)), m_file(std::move(file)), m_zip(std::move(zip))
{
}

ZipSource::~ZipSource()
{
    m_zip->close();
}

Error ZipSource::damaged(const std::string& reason) const
{
    return {ErrorCode::CorruptData,
            "the archive is damaged (" + reason +
                "); download or copy it again, or import its unpacked folder",
            m_path.string()};
}

Result<std::unique_ptr<ImportSource>> ZipSource::open(const std::filesystem::path& path)
{
    // By descriptor, so that the name need not be UTF-8.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, "read the archive", path));
    auto file = std::make_unique<QFile>();
    file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    auto zip = std::make_unique<QuaZip>(file.get());
    zip->setFileNameCodec("ISO-8859-1");
    std::unique_ptr<ZipSource> source(new ZipSource(path, std::move(file), std::move(zip)));
    if (!source->m_zip->open(QuaZip::mdUnzip))
        return fail(source->damaged("its list of files at the end is missing: it is truncated"));
    if (source->m_zip->getEntriesCount() > mostEntries)
        return fail(
            ErrorCode::TooLarge,
            fmt::format("the archive has {} entries, more than {}; unpack it and import the folder in parts",
                        source->m_zip->getEntriesCount(), mostEntries),
            path.string());
    return source;
}

std::string ZipSource::name() const
{
    return displayName(m_path.stem().string());
}

Result<SourceListing> ZipSource::list(JobContext& context)
{
    SourceListing listing;
    m_packedBytes = 0;
    m_current = 0;
    std::size_t index = 0;
    for (bool more = m_zip->goToFirstFile(); more; more = m_zip->goToNextFile()) {
        NAKAMA_CHECK(context.checkpoint());
        m_current = index;
        visit(index++, listing);
        if (index % 1000 == 0)
            context.progress(static_cast<std::int64_t>(index), m_zip->getEntriesCount(),
                             "looking for pictures");
    }
    if (m_zip->getZipError() != UNZ_OK || index < static_cast<std::size_t>(m_zip->getEntriesCount()))
        return fail(damaged(fmt::format("its list of files breaks off after {}", index)));
    // Entries of an honest archive lie side by side; those of some bombs share their bytes.
    if (m_packedBytes > static_cast<std::uint64_t>(m_file->size()))
        return fail(
            ErrorCode::CorruptData,
            "the archive's entries overlap, as those of an archive bomb do; nothing of it is imported",
            m_path.string());
    return listing;
}

void ZipSource::visit(std::size_t index, SourceListing& listing)
{
    QuaZipFileInfo64 info;
    if (!m_zip->getCurrentFileInfo(&info)) {
        listing.skipped.push_back({(m_path / std::to_string(index)).string(),
                                   "its entry in the archive's list of files is damaged"});
        return;
    }
    m_packedBytes += info.compressedSize;
    const auto name = nameOf(info);
    const auto parts = pathParts(name);
    const bool isFolder = name.empty() || name.ends_with('/');
    const auto system = std::find_if(parts.begin(), parts.end(), [](const std::string& part) {
        return part != ".." && isSystemFile(part);
    });
    if (system != parts.end()) {
        std::string folder;
        for (auto part = parts.begin(); part != system + 1; ++part)
            folder += (folder.empty() ? "" : "/") + *part;
        if (m_systemFolders.insert(folder).second)
            listing.skipped.push_back(
                {(m_path / folder).string(), "a hidden file or one of the system, not a picture"});
        return;
    }
    auto objection = objectionToName(name, parts);
    if (objection.empty() && isFolder)
        return;
    if (objection.empty())
        objection = objectionToKind(info);
    if (objection.empty())
        objection = objectionToSize(info);
    if (!objection.empty()) {
        listing.skipped.push_back({m_path.string() + "/" + name, objection});
        return;
    }
    std::string clean;
    for (const auto& part : parts)
        clean += (clean.empty() ? "" : "/") + part;
    listing.entries.push_back({clean, index});
}

Result<void> ZipSource::goTo(std::size_t index)
{
    bool found = true;
    if (index < m_current || !m_zip->hasCurrentFile()) {
        found = m_zip->goToFirstFile();
        m_current = 0;
    }
    for (; found && m_current < index; ++m_current)
        found = m_zip->goToNextFile();
    if (!found)
        return fail(damaged("an entry cannot be found again"));
    return {};
}

Result<std::vector<std::byte>> ZipSource::read(const ImportEntry& entry)
{
    NAKAMA_CHECK(goTo(entry.index));
    QuaZipFile file(m_zip.get());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CorruptData,
                    "the entry's header is damaged, or it is packed by a method other than Deflate",
                    entry.name);
    constexpr std::size_t blockBytes = 1 << 20;
    const auto declared = static_cast<std::size_t>(file.usize());
    std::vector<std::byte> content;
    while (true) {
        // Grows by what is there, not by what the header claims.
        const auto done = content.size();
        content.resize(std::min(declared, done + blockBytes));
        const auto got = file.read(reinterpret_cast<char*>(content.data() + done),
                                   static_cast<qint64>(content.size() - done));
        content.resize(done + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        if (got <= 0 || content.size() == declared)
            break;
    }
    file.close(); // compares size and checksum
    if (content.size() != declared || file.getZipError() != UNZ_OK)
        return fail(ErrorCode::CorruptData,
                    "the entry is damaged: its size or checksum is not the one that the archive states",
                    entry.name);
    return content;
}

} // namespace nakama
