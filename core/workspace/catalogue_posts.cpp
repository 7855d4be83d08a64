#include "core/base/hash.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/post_rows.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

std::string provenanceSql(const char* where)
{
    return std::string("SELECT p.image_id, p.site, p.collected_at, p.variant, ") + postColumns +
           " FROM posts p WHERE p.outcome = 'stored' AND " + where + " ORDER BY p.number";
}

Provenance provenanceFrom(const QSqlQuery& row)
{
    Provenance provenance;
    provenance.imageId = row.value(0).toLongLong();
    provenance.site = row.value(1).toString().toStdString();
    provenance.collectedAt = row.value(2).toString().toStdString();
    provenance.variant =
        postVariantFromName(row.value(3).toString().toStdString()).value_or(PostVariant::Original);
    provenance.post = postFrom(row, 4);
    return provenance;
}

/** The MD5s that a picture is known by on boorus: those of the originals that it came from. Takes the id
 * twice. */
constexpr const char* md5sOfImage = "SELECT md5 FROM images WHERE id = ? AND md5 IS NOT NULL UNION SELECT "
                                    "md5 FROM posts WHERE image_id = ?";

} // namespace

Result<void> Catalogue::setDanbooruTag(int classIndex, const std::string& tags)
{
    std::string clean;
    for (const auto& tag : toQt(tags).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        clean += (clean.empty() ? "" : " ") + tag.toStdString();
    if (clean.find_first_of("\t\r\n,") != std::string::npos)
        return fail(ErrorCode::InvalidArgument,
                    "separate several tags by spaces; a tag has none in it, and no "
                    "comma",
                    "tag '" + tags + "'");
    NAKAMA_TRY(const int found,
               m_connection->database.execute("UPDATE classes SET danbooru_tag = ? WHERE id = ?",
                                              {toQt(clean), classIndex}));
    if (found == 0)
        return fail(ErrorCode::InvalidArgument, fmt::format("there is no class number {}", classIndex),
                    "class");
    return {};
}

Result<std::optional<Provenance>> Catalogue::provenance(std::int64_t imageId) const
{
    NAKAMA_TRY(auto row,
               m_connection->database.query(provenanceSql("p.image_id = ?").c_str(), {number(imageId)}));
    return row.next() ? std::optional(provenanceFrom(row)) : std::nullopt;
}

Result<std::map<std::int64_t, Provenance>> Catalogue::provenances() const
{
    NAKAMA_TRY(auto rows, m_connection->database.query(provenanceSql("p.image_id IS NOT NULL").c_str()));
    std::map<std::int64_t, Provenance> provenances;
    while (rows.next()) {
        auto provenance = provenanceFrom(rows);
        provenances.try_emplace(provenance.imageId, std::move(provenance));
    }
    return provenances;
}

Result<void> Catalogue::rejectImage(std::int64_t imageId)
{
    return transaction([&]() -> Result<void> {
        NAKAMA_TRY(const auto picture, image(imageId));
        const auto& database = m_connection->database;
        NAKAMA_TRY(const auto known,
                   database.value("SELECT md5 FROM images WHERE id = ?", {number(imageId)}));
        if (known.isNull()) { // of a workspace that is older than this column
            NAKAMA_TRY(const auto hash, md5OfFile(imagePathIn(database.file().parent_path(), picture.sha256,
                                                              picture.extension)));
            NAKAMA_CHECK(
                database.execute("UPDATE images SET md5 = ? WHERE id = ?", {toQt(hash), number(imageId)}));
        }
        const auto sql =
            fmt::format("INSERT OR IGNORE INTO rejected_md5 SELECT md5, ? FROM ({})", md5sOfImage);
        NAKAMA_CHECK(database.execute(sql.c_str(), {timestamp(), number(imageId), number(imageId)}));
        return {};
    });
}

Result<void> Catalogue::rejectPost(const std::string& site, std::int64_t postId)
{
    return transaction([&]() -> Result<void> {
        const auto& database = m_connection->database;
        NAKAMA_TRY(const auto hash, database.value("SELECT md5 FROM posts WHERE site = ? AND id = ?",
                                                   {toQt(site), number(postId)}));
        if (hash.toString().isEmpty())
            return fail(ErrorCode::NotFound, "no such post with a picture has been listed",
                        fmt::format("{}/posts/{}", site, postId));
        NAKAMA_CHECK(
            database.execute("INSERT OR IGNORE INTO rejected_md5 VALUES (?, ?)", {hash, timestamp()}));
        return {};
    });
}

Result<void> Catalogue::readmitImage(std::int64_t imageId)
{
    const auto sql = fmt::format("DELETE FROM rejected_md5 WHERE md5 IN ({})", md5sOfImage);
    NAKAMA_CHECK(m_connection->database.execute(sql.c_str(), {number(imageId), number(imageId)}));
    return {};
}

} // namespace nakama
