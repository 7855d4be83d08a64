#include "core/workspace/copy_store.h"

#include "core/workspace/detail/connection.h"

#include <QByteArray>

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

CopyRecord copyFrom(const QSqlQuery& row)
{
    CopyRecord copy;
    copy.imageId = row.value(0).toLongLong();
    copy.copyOf = row.value(1).toLongLong();
    copy.inGroup = row.value(2).toInt() != 0;
    copy.kind = row.value(3).toString().toStdString();
    copy.similarity = row.value(4).toDouble();
    copy.quarterTurns = row.value(5).toInt();
    copy.mirrored = row.value(6).toInt() != 0;
    copy.inverted = row.value(7).toInt() != 0;
    copy.greyscale = row.value(8).toInt() != 0;
    copy.zoom = row.value(9).toDouble();
    return copy;
}

} // namespace

CopyStore::CopyStore(Catalogue& catalogue) : m_catalogue(catalogue) {}

Result<void> CopyStore::setFingerprint(std::int64_t imageId, int version, std::span<const std::byte> bytes)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
            "INSERT OR REPLACE INTO fingerprints (image_id, version, data) VALUES (?, ?, ?)",
            {number(imageId), version,
             QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))}));
        return {};
    });
}

Result<void>
CopyStore::fingerprints(int version,
                        const std::function<void(std::int64_t, std::span<const std::byte>)>& take) const
{
    NAKAMA_TRY(auto rows,
               m_catalogue.m_connection->database.query(
                   "SELECT image_id, data FROM fingerprints WHERE version = ? ORDER BY image_id", {version}));
    while (rows.next()) {
        const auto bytes = rows.value(1).toByteArray();
        take(rows.value(0).toLongLong(),
             std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    }
    return {};
}

Result<void> CopyStore::setCopies(const std::vector<CopyRecord>& copies, const CopySearchInfo& info)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        auto& database = m_catalogue.m_connection->database;
        NAKAMA_CHECK(database.execute("DELETE FROM copies"));
        int place = 0;
        for (const auto& copy : copies)
            NAKAMA_CHECK(
                database.execute("INSERT INTO copies (place, image_id, copy_of, in_group, kind, similarity, "
                                 "quarter_turns, mirrored,"
                                 " inverted, greyscale, zoom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 {place++, number(copy.imageId), number(copy.copyOf), copy.inGroup ? 1 : 0,
                                  toQt(copy.kind), copy.similarity, copy.quarterTurns, copy.mirrored ? 1 : 0,
                                  copy.inverted ? 1 : 0, copy.greyscale ? 1 : 0, copy.zoom}));
        NAKAMA_CHECK(database.execute(
            "INSERT OR REPLACE INTO copy_search (id, version, last_image_id, images, unreadable, at)"
            " VALUES (1, ?, ?, ?, ?, ?)",
            {info.version, number(info.lastImageId), info.images, info.unreadable,
             info.at.empty() ? timestamp() : toQt(info.at)}));
        return {};
    });
}

Result<std::vector<CopyRecord>> CopyStore::copies() const
{
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(
                              "SELECT image_id, copy_of, in_group, kind, similarity, quarter_turns, mirrored,"
                              " inverted, greyscale, zoom FROM copies ORDER BY place"));
    std::vector<CopyRecord> copies;
    while (rows.next())
        copies.push_back(copyFrom(rows));
    return copies;
}

Result<std::optional<CopySearchInfo>> CopyStore::searchInfo() const
{
    NAKAMA_TRY(auto row, m_catalogue.m_connection->database.query(
                             "SELECT version, last_image_id, images, unreadable, at FROM copy_search"));
    if (!row.next())
        return std::nullopt;
    return CopySearchInfo{row.value(0).toInt(), row.value(1).toLongLong(), row.value(2).toInt(),
                          row.value(3).toInt(), row.value(4).toString().toStdString()};
}

Result<std::int64_t> CopyStore::unsearched(int version) const
{
    NAKAMA_TRY(const auto count, m_catalogue.m_connection->database.value(
                                     "SELECT count(*) FROM images WHERE id > coalesce("
                                     "(SELECT last_image_id FROM copy_search WHERE version = ?), 0)",
                                     {version}));
    return count.toLongLong();
}

Result<void> CopyStore::declareNotCopies(std::int64_t imageId, std::int64_t otherId)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        if (imageId == otherId)
            return fail(ErrorCode::InvalidArgument,
                        "a picture cannot be told apart from itself; name two pictures",
                        fmt::format("picture {}", imageId));
        NAKAMA_CHECK(m_catalogue.image(imageId));
        NAKAMA_CHECK(m_catalogue.image(otherId));
        const auto [first, second] = std::minmax(imageId, otherId);
        NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
            "INSERT OR IGNORE INTO not_copies (image_id, other_id, at) VALUES (?, ?, ?)",
            {number(first), number(second), timestamp()}));
        return {};
    });
}

Result<ImagePairs> CopyStore::notCopies() const
{
    NAKAMA_TRY(auto rows,
               m_catalogue.m_connection->database.query("SELECT image_id, other_id FROM not_copies"));
    ImagePairs pairs;
    while (rows.next())
        pairs.emplace(rows.value(0).toLongLong(), rows.value(1).toLongLong());
    return pairs;
}

std::unordered_map<std::int64_t, std::int64_t> copyFamilies(const std::vector<CopyRecord>& copies)
{
    std::unordered_map<std::int64_t, std::int64_t> parents;
    const auto rootOf = [&](std::int64_t id) {
        auto parent = parents.try_emplace(id, id).first->second;
        while (parent != id) {
            id = parent;
            parent = parents.at(id);
        }
        return id;
    };
    for (const auto& copy : copies)
        parents[rootOf(copy.imageId)] = rootOf(copy.copyOf);
    std::unordered_map<std::int64_t, std::int64_t> families;
    for (const auto& [id, parent] : parents)
        families[id] = rootOf(parent);
    return families;
}

} // namespace nakama
