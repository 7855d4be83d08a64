#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/post_rows.h"
#include "core/workspace/post_log.h"

#include <algorithm>

namespace nakama
{

namespace
{

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

} // namespace

Result<PostStanding> PostLog::standing(const Post& post, int classIndex) const
{
    const auto& database = m_catalogue.m_connection->database;
    NAKAMA_TRY(const auto rejected,
               database.value("SELECT md5 FROM rejected_md5 WHERE md5 = ?", {toQt(post.md5)}));
    if (rejected.isValid())
        return PostStanding::Rejected;
    NAKAMA_TRY(auto row, database.query("SELECT p.outcome, p.class_id, p.image_id, a.image_id FROM posts p"
                                        " LEFT JOIN set_aside a ON a.image_id = p.image_id"
                                        " WHERE p.site = ? AND p.id = ?",
                                        {toQt(m_site), number(post.id)}));
    if (row.next()) {
        const auto outcome = row.value(0).toString();
        const bool isStored = outcome == QLatin1String("stored");
        if (isStored && (row.value(2).isNull() || !row.value(3).isNull()))
            return PostStanding::Rejected;
        const bool counts =
            isStored || outcome == QLatin1String("wanted") || outcome == QLatin1String("failed");
        if (counts && classIndexOf(row.value(1)) != classIndex)
            return PostStanding::InOtherClass;
        if (isStored)
            return PostStanding::Stored;
        if (outcome == QLatin1String("failed"))
            return PostStanding::Failed;
    }
    NAKAMA_TRY(const auto image, imageOf(post.md5));
    if (!image)
        return PostStanding::New;
    const bool isOurs =
        image->pool == Pool::Pool && (image->classIndex < 0 || image->classIndex == classIndex);
    return isOurs ? PostStanding::Stored : PostStanding::InOtherClass;
}

Result<void> PostLog::setStored(std::int64_t post, std::int64_t imageId, int classIndex, PostVariant variant)
{
    NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
        "UPDATE posts SET outcome = 'stored', reason = '', image_id = ?, class_id = ?, variant = ?,"
        " collected_at = ? WHERE number = ?",
        {number(imageId), classValue(classIndex), toQt(postVariantName(variant)), timestamp(),
         number(post)}));
    return {};
}

Result<void> PostLog::setFailed(std::int64_t post, const std::string& reason)
{
    NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
        "UPDATE posts SET outcome = 'failed', reason = ? WHERE number = ?", {toQt(reason), number(post)}));
    return {};
}

Result<std::vector<WantedPost>> PostLog::retryFailures(const Search& search,
                                                       const std::vector<std::int64_t>& ids)
{
    const auto& database = m_catalogue.m_connection->database;
    std::vector<WantedPost> again;
    const auto retry = [&]() -> Result<void> {
        const std::string sql = "SELECT p.number, p.outcome, " + std::string(postColumns) +
                                " FROM posts p WHERE p.outcome IN ('failed', 'wanted') AND p.class_id = ?"
                                " AND p.number IN (SELECT post FROM search_posts WHERE search = ?)"
                                " ORDER BY p.id DESC";
        NAKAMA_TRY(auto rows, database.query(sql.c_str(), {search.classIndex, number(search.number)}));
        while (rows.next()) {
            WantedPost post{rows.value(0).toLongLong(), postFrom(rows, 2)};
            const bool isMeant = ids.empty() ? rows.value(1).toString() == QLatin1String("failed")
                                             : std::find(ids.begin(), ids.end(), post.post.id) != ids.end();
            if (isMeant)
                again.push_back(std::move(post));
        }
        for (const auto& post : again)
            NAKAMA_CHECK(database.execute("UPDATE posts SET outcome = 'wanted', reason = '' WHERE number = ?",
                                          {number(post.number)}));
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(retry));
    return again;
}

Result<std::optional<ImageRecord>> PostLog::imageOf(const std::string& md5) const
{
    if (md5.empty())
        return std::nullopt;
    NAKAMA_TRY(const auto id,
               m_catalogue.m_connection->database.value(
                   "SELECT id FROM images WHERE md5 = ? UNION ALL SELECT image_id FROM posts WHERE md5 = ?"
                   " AND image_id IS NOT NULL LIMIT 1",
                   {toQt(md5), toQt(md5)}));
    if (!id.isValid())
        return std::nullopt;
    NAKAMA_TRY(auto image, m_catalogue.image(id.toLongLong()));
    return image;
}

Result<std::vector<ImageRecord>> PostLog::imagesWithoutMd5(int limit) const
{
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(
                              "SELECT id FROM images WHERE md5 IS NULL ORDER BY id LIMIT ?", {limit}));
    std::vector<ImageRecord> images;
    while (rows.next()) {
        NAKAMA_TRY(auto image, m_catalogue.image(rows.value(0).toLongLong()));
        images.push_back(std::move(image));
    }
    return images;
}

Result<void> PostLog::setImageMd5(std::int64_t imageId, const std::string& md5)
{
    NAKAMA_CHECK(m_catalogue.m_connection->database.execute("UPDATE images SET md5 = ? WHERE id = ?",
                                                            {toQt(md5), number(imageId)}));
    return {};
}

} // namespace nakama
