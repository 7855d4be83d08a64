#include "core/workspace/catalogue.h"
#include "core/workspace/detail/connection.h"

#include <fmt/format.h>

namespace nakama
{

Result<void> Catalogue::setSplit(const std::vector<std::pair<std::int64_t, SplitPart>>& parts,
                                 const SplitInfo& info)
{
    return transaction([&]() -> Result<void> {
        auto& database = m_connection->database;
        NAKAMA_CHECK(database.execute("DELETE FROM split_parts"));
        for (const auto& [imageId, part] : parts) {
            NAKAMA_TRY(const int added,
                       database.execute(
                           "INSERT OR IGNORE INTO split_parts (image_id, part)"
                           " SELECT id, ? FROM images WHERE id = ? AND pool = 'pool' AND mark IS NULL"
                           " AND id NOT IN (SELECT image_id FROM set_aside)",
                           {toQt(splitPartName(part)), QVariant::fromValue(static_cast<qint64>(imageId))}));
            if (added != 1)
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("picture {} cannot be split: it is in the true test, which must not "
                                        "be trained on, out of "
                                        "use, or named twice",
                                        imageId),
                            "split");
        }
        return setSplitInfo(info);
    });
}

Result<void> Catalogue::setSplitInfo(const SplitInfo& info)
{
    return transaction([&]() -> Result<void> {
        NAKAMA_CHECK(m_connection->database.execute(
            "INSERT OR REPLACE INTO split_info (id, train, val, test, seed, "
            "groups_kept_together, in_true_test,"
            " beyond_caps, at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
            {info.train, info.val, info.test, QVariant::fromValue(static_cast<qint64>(info.seed)),
             info.groupsKeptTogether ? 1 : 0, info.inTrueTest, info.beyondCaps,
             info.at.empty() ? timestamp() : toQt(info.at)}));
        return {};
    });
}

Result<std::optional<SplitInfo>> Catalogue::splitInfo() const
{
    NAKAMA_TRY(auto row, m_connection->database.query(
                             "SELECT train, val, test, seed, groups_kept_together, in_true_test,"
                             " beyond_caps, at FROM split_info"));
    if (!row.next())
        return std::nullopt;
    SplitInfo info;
    info.train = row.value(0).toDouble();
    info.val = row.value(1).toDouble();
    info.test = row.value(2).toDouble();
    info.seed = static_cast<std::uint64_t>(row.value(3).toLongLong());
    info.groupsKeptTogether = row.value(4).toInt() != 0;
    info.inTrueTest = row.value(5).toInt();
    info.beyondCaps = row.value(6).toInt();
    info.at = row.value(7).toString().toStdString();
    NAKAMA_TRY(const auto byHand,
               m_connection->database.value(
                   "SELECT count(DISTINCT p.image_id) FROM edits e JOIN edit_pictures p ON p.edit = e.number"
                   " WHERE e.kind = 'assign' AND e.undone = 0 AND e.split_at = ?",
                   {toQt(info.at)}));
    info.byHand = byHand.toInt();
    return info;
}

} // namespace nakama
