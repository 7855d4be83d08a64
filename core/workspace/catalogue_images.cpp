#include "core/workspace/catalogue.h"
#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/image_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace nakama
{

namespace
{

constexpr const char* selectImages =
    "SELECT i.id, i.sha256, i.extension, i.width, i.height, i.bytes, i.source, i.original_name, i.pool, "
    "i.added_at,"
    " i.class_id, s.part, a.reason, i.mark FROM images i";

std::string selectWhere(const char* condition)
{
    return selectImages + imageQuery({}).sql + " AND " + condition;
}

ImageRecord imageFrom(const QSqlQuery& row)
{
    const auto text = [&](int column) { return row.value(column).toString().toStdString(); };
    ImageRecord image;
    image.id = row.value(0).toLongLong();
    image.sha256 = text(1);
    image.extension = text(2);
    image.width = row.value(3).toInt();
    image.height = row.value(4).toInt();
    image.bytes = row.value(5).toLongLong();
    image.source = text(6);
    image.originalName = text(7);
    image.pool = poolFromName(text(8)).value_or(Pool::Pool);
    image.addedAt = text(9);
    image.classIndex = classIndexOf(row.value(10));
    image.split = splitPartFromName(text(11));
    if (!row.value(12).isNull())
        image.setAside = asideReasonFromName(text(12)).value_or(AsideReason::Excluded);
    image.mark = pictureMarkFromName(text(13));
    return image;
}

/** Adds one cell of the grouped counts to all sums that it belongs to. */
void addTo(WorkspaceCounts& counts, const std::vector<ClassInfo>& classes, const QSqlQuery& row)
{
    const auto pool = row.value(0).toString().toStdString();
    const int classIndex = classIndexOf(row.value(1));
    const auto part = row.value(2).isNull() ? "unsplit" : row.value(2).toString().toStdString();
    const auto count = row.value(4).toLongLong();
    const auto source = row.value(3).toString().toStdString();
    counts.images += count;
    counts.perSource[source] += count;
    if (pool != poolName(Pool::Pool)) {
        counts.perSplit[pool] += count;
        return;
    }
    for (const auto& [column, name] : {std::pair{5, "set-aside"}, std::pair{6, "marked"}})
        if (row.value(column).toInt() != 0) {
            counts.perSplit[name] += count;
            return;
        }
    counts.perSplit[part] += count;
    if (classIndex < 0) {
        counts.unlabelled += count;
        return;
    }
    const auto& name = classes.at(static_cast<std::size_t>(classIndex)).name;
    counts.perClass[name] += count;
    counts.perClassSplit[name][part] += count;
    counts.perClassSource[name][source] += count;
}

} // namespace

Result<bool> Catalogue::hasImage(const std::string& sha256) const
{
    NAKAMA_TRY(const auto id,
               m_connection->database.value("SELECT id FROM images WHERE sha256 = ?", {toQt(sha256)}));
    return id.isValid();
}

Result<std::optional<ImageRecord>> Catalogue::findImage(const std::string& sha256) const
{
    NAKAMA_TRY(auto row, m_connection->database.query(selectWhere("i.sha256 = ?").c_str(), {toQt(sha256)}));
    if (!row.next())
        return std::nullopt;
    return imageFrom(row);
}

Result<std::int64_t> Catalogue::addImage(const NewImage& image)
{
    std::int64_t id = 0;
    const auto insert = [&]() -> Result<void> {
        NAKAMA_TRY(const bool isThere, hasImage(image.sha256));
        if (isThere)
            return fail(ErrorCode::AlreadyExists, "this picture is in the workspace already",
                        image.originalName);
        NAKAMA_TRY(
            const auto added,
            m_connection->database.query(
                "INSERT INTO images (sha256, md5, extension, width, height, bytes, source, original_name, "
                "pool,"
                " added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                {toQt(image.sha256), image.md5.empty() ? QVariant() : toQt(image.md5), toQt(image.extension),
                 image.width, image.height, QVariant::fromValue(static_cast<qint64>(image.bytes)),
                 toQt(image.source), toQt(image.originalName), toQt(poolName(image.pool)), timestamp()}));
        id = added.lastInsertId().toLongLong();
        if (image.classIndex < 0)
            return {};
        return setLabel(id, image.classIndex, image.labelOrigin);
    };
    NAKAMA_CHECK(transaction(insert));
    return id;
}

Result<std::vector<ImageRecord>> Catalogue::images(const ImageFilter& filter) const
{
    const auto query = imageQuery(filter);
    NAKAMA_TRY(auto rows,
               m_connection->database.query((selectImages + query.sql + orderSql(ImageOrder::Oldest)).c_str(),
                                            query.values));
    std::vector<ImageRecord> images;
    while (rows.next())
        images.push_back(imageFrom(rows));
    return images;
}

Result<std::vector<std::int64_t>> Catalogue::imageIds(const ImageFilter& filter, ImageOrder order) const
{
    const auto query = imageQuery(filter);
    NAKAMA_TRY(auto rows,
               m_connection->database.query(
                   ("SELECT i.id FROM images i" + query.sql + orderSql(order)).c_str(), query.values));
    std::vector<std::int64_t> ids;
    while (rows.next())
        ids.push_back(rows.value(0).toLongLong());
    return ids;
}

Result<std::vector<ImageRecord>> Catalogue::imagesOf(const std::vector<std::int64_t>& ids) const
{
    ImageFilter filter;
    filter.among = std::make_shared<const std::vector<std::int64_t>>(ids);
    NAKAMA_TRY(const auto found, images(filter));
    std::vector<ImageRecord> ordered;
    for (const auto id : ids) {
        const auto image =
            std::lower_bound(found.begin(), found.end(), id,
                             [](const ImageRecord& record, auto wanted) { return record.id < wanted; });
        if (image != found.end() && image->id == id)
            ordered.push_back(*image);
    }
    return ordered;
}

Result<ImageRecord> Catalogue::image(std::int64_t id) const
{
    NAKAMA_TRY(auto row, m_connection->database.query(selectWhere("i.id = ?").c_str(),
                                                      {QVariant::fromValue(static_cast<qint64>(id))}));
    if (!row.next())
        return fail(ErrorCode::NotFound, fmt::format("there is no picture with the number {}", id),
                    m_connection->database.file().parent_path().string());
    return imageFrom(row);
}

Result<std::vector<ImageRecord>> Catalogue::removeBinned()
{
    std::vector<ImageRecord> binned;
    const auto remove = [&]() -> Result<void> {
        ImageFilter filter;
        filter.use = UseState::Bin;
        NAKAMA_TRY(binned, images(filter));
        for (const auto& image : binned) {
            const auto rejected = rejectImage(image.id);
            // A picture whose file is gone cannot be known again; it goes all the same.
            if (!rejected && rejected.error().code != ErrorCode::NotFound)
                return rejected;
            NAKAMA_CHECK(m_connection->database.execute(
                "DELETE FROM images WHERE id = ?", {QVariant::fromValue(static_cast<qint64>(image.id))}));
        }
        NAKAMA_CHECK(m_connection->database.execute(
            "DELETE FROM edits WHERE number NOT IN (SELECT edit FROM edit_pictures)"));
        return {};
    };
    NAKAMA_CHECK(transaction(remove));
    return binned;
}

Result<WorkspaceCounts> Catalogue::counts() const
{
    WorkspaceCounts counts;
    const auto count = [&]() -> Result<void> {
        NAKAMA_TRY(const auto infos, classes());
        for (const auto* part : {"train", "val", "test", "unsplit", "set-aside", "marked", "true-test"})
            counts.perSplit[part] = 0;
        for (const auto& info : infos) {
            counts.perClass[info.name] = 0;
            counts.perClassSplit[info.name] = {{"train", 0}, {"val", 0}, {"test", 0}, {"unsplit", 0}};
        }
        NAKAMA_TRY(auto rows,
                   m_connection->database.query(
                       "SELECT i.pool, i.class_id, s.part, i.source, count(*), a.image_id IS NOT NULL,"
                       " i.mark IS NOT NULL"
                       " FROM images i LEFT JOIN split_parts s ON s.image_id = i.id"
                       " LEFT JOIN set_aside a ON a.image_id = i.id GROUP BY 1, 2, 3, 4, 6, 7"));
        while (rows.next())
            addTo(counts, infos, rows);
        return {};
    };
    NAKAMA_CHECK(m_connection->database.read(count));
    return counts;
}

} // namespace nakama
