#include "core/collect/importer.h"

#include "core/base/hash.h"
#include "core/imaging/decode.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace nakama
{

namespace
{

/** What decoding may hold in all, unless a single picture needs more. */
constexpr std::uint64_t memoryBytes = std::uint64_t{256} << 20;
constexpr std::uint64_t decodeBytesPerPixel = 16; ///< the most that core/imaging/decode.h states

/** How much is lost at most when the process is killed, and how rarely the disk must be waited for. */
constexpr std::size_t batchPictures = 64;
constexpr std::uint64_t batchBytes = std::uint64_t{64} << 20;

Result<void> checkDecodes(const std::vector<std::byte>& content, const std::string& name)
{
    const auto rgb = decodeImage(content, name);
    if (!rgb)
        return fail(rgb.error());
    return {};
}

/** Who gave the labels, in their history. */
std::string labelOrigin(const ImportParams& params)
{
    return params.labels == LabelSource::Csv ? "csv" : "import";
}

} // namespace

Result<Importer> Importer::open(ImageWriter& writer, const std::vector<ClassInfo>& classes,
                                const ImportParams& params, ImportReport& report)
{
    NAKAMA_TRY(auto undone, EditJournal(writer.catalogue()).undoneImports());
    return Importer(writer, classes, params, report, std::move(undone));
}

Importer::Importer(ImageWriter& writer, const std::vector<ClassInfo>& classes, const ImportParams& params,
                   ImportReport& report, std::unordered_set<std::int64_t> undone)
    : m_writer(writer), m_classes(classes), m_params(params), m_report(report),
      m_threads(std::clamp(std::thread::hardware_concurrency(), 2u, 4u)), m_undone(std::move(undone))
{
    m_edit.kind = EditKind::Import;
    m_edit.subject = params.source;
    m_edit.author = labelOrigin(params);
}

void Importer::skip(const std::string& path, std::string reason)
{
    m_report.skipped.push_back({path, std::move(reason)});
}

Result<void> Importer::take(const ImportEntry& entry, const std::string& path, int classIndex,
                            std::vector<std::byte> content)
{
    auto hash = sha256(content);
    NAKAMA_TRY(const auto present, m_writer.find(hash));
    if (present)
        return meet(*present, path, classIndex);
    const auto info = probeImage(content, entry.name);
    if (!info) {
        skip(path, info.error().message);
        return {};
    }

    InFlight next;
    next.image.sha256 = std::move(hash);
    next.image.extension = imageFormatExtension(info->format);
    next.image.width = info->width;
    next.image.height = info->height;
    next.image.bytes = std::ssize(content);
    next.image.source = m_params.source;
    next.image.originalName = entry.name;
    next.image.pool = m_params.pool;
    next.image.classIndex = classIndex;
    next.image.labelOrigin = m_edit.author;
    next.path = path;
    next.content = std::move(content);
    next.cost = next.content.size() + decodeBytesPerPixel * static_cast<std::uint64_t>(info->width) *
                                          static_cast<std::uint64_t>(info->height);
    while (!m_inFlight.empty() &&
           (m_inFlight.size() == m_threads || m_costInFlight + next.cost > memoryBytes))
        NAKAMA_CHECK(takeOldest());

    m_costInFlight += next.cost;
    auto& added = m_inFlight.emplace_back(std::move(next));
    // A deque does not move its elements, and takeOldest() waits before it removes one.
    added.decoded = std::async(std::launch::async,
                               [&added] { return checkDecodes(added.content, added.image.originalName); });
    return {};
}

Result<void> Importer::takeOldest()
{
    auto& oldest = m_inFlight.front();
    const auto decoded = oldest.decoded.get();
    const auto picture = std::move(oldest);
    m_inFlight.pop_front();
    m_costInFlight -= picture.cost;
    if (!decoded) {
        skip(picture.path, decoded.error().message);
        return {};
    }
    NAKAMA_TRY(const auto present, m_writer.find(picture.image.sha256));
    if (present)
        return meet(*present, picture.path, picture.image.classIndex);
    NAKAMA_CHECK(m_writer.add(picture.image, picture.content));
    m_pendingBytes += picture.content.size();
    return commitFullBatch();
}

Result<void> Importer::meet(const ImageRecord& present, const std::string& path, int classIndex)
{
    if (std::ranges::any_of(m_changes, [&](const auto& c) { return c.imageId == present.id; })) {
        NAKAMA_CHECK(commit());
        NAKAMA_TRY(const auto now, m_writer.find(present.sha256));
        return meet(*now, path, classIndex);
    }
    if (present.setAside == AsideReason::Bin)
        return meetInBin(present, path, classIndex);
    if (present.pool != m_params.pool) {
        skip(path, present.pool == Pool::TrueTest ? "already there in the true test set"
                                                  : "already there in the pool");
        return {};
    }
    if (classIndex < 0 || classIndex == present.classIndex) {
        ++m_report.alreadyThere;
        return {};
    }
    if (present.classIndex >= 0) {
        skip(path, "already there as " + m_classes[static_cast<std::size_t>(present.classIndex)].name);
        return {};
    }
    return labelPresent(present, classIndex);
}

/** What a person threw away stays there; what went there since its import was undone comes back. */
Result<void> Importer::meetInBin(const ImageRecord& present, const std::string& path, int classIndex)
{
    if (!m_undone.contains(present.id)) {
        skip(path, "it is in the bin; restore it there, or empty the bin first");
        return {};
    }
    PictureChange back;
    back.imageId = present.id;
    back.setAside.emplace(std::nullopt);
    back.pool = m_params.pool;
    back.classIndex = classIndex;
    ++m_report.imported;
    return change(std::move(back));
}

Result<void> Importer::labelPresent(const ImageRecord& present, int classIndex)
{
    ++m_report.alreadyThere;
    auto& catalogue = m_writer.catalogue();
    auto id = present.id;
    if (id == 0) { // of the batch: it gets its number only now
        NAKAMA_CHECK(commit());
        NAKAMA_TRY(const auto stored, m_writer.find(present.sha256));
        id = stored.value().id;
    }
    NAKAMA_TRY(const auto history, catalogue.labelHistory(id));
    if (!history.empty() && history.back().origin != m_edit.author)
        return {}; // somebody took the label away on purpose; an import only ever does by being undone
    ++m_report.labelled;
    PictureChange label;
    label.imageId = id;
    label.classIndex = classIndex;
    return change(std::move(label));
}

Result<void> Importer::change(PictureChange change)
{
    m_changes.push_back(std::move(change));
    return commitFullBatch();
}

Result<void> Importer::commitFullBatch()
{
    const bool full = m_writer.pending() + m_changes.size() >= batchPictures || m_pendingBytes >= batchBytes;
    return full ? commit() : Result<void>{};
}

Result<void> Importer::commit()
{
    const auto count = m_writer.pending();
    const auto remember = [&](const std::vector<std::int64_t>& added) {
        return EditJournal(m_writer.catalogue()).extendImport(m_edit, added, m_changes);
    };
    NAKAMA_CHECK(m_writer.commit(remember));
    m_report.imported += static_cast<int>(count);
    m_pendingBytes = 0;
    m_changes.clear();
    return {};
}

Result<void> Importer::finish()
{
    Result<void> taken;
    while (taken && !m_inFlight.empty())
        taken = takeOldest();
    // Also where the disk is full: what has been written before may still be kept.
    const auto committed = commit();
    return taken ? committed : taken;
}

} // namespace nakama
