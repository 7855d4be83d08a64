#include "core/workspace/catalogue.h"
#include "core/workspace/detail/connection.h"

#include <fmt/format.h>

namespace nakama
{

Result<void> Catalogue::setLabel(std::int64_t imageId, int classIndex, const std::string& origin)
{
    return transaction([&]() -> Result<void> {
        auto& database = m_connection->database;
        NAKAMA_TRY(const auto classCount, database.value("SELECT count(*) FROM classes"));
        if (classIndex < -1 || classIndex >= classCount.toInt())
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no class number {}; the workspace has {} classes, from 0",
                                    classIndex, classCount.toInt()),
                        "label");
        const auto id = QVariant::fromValue(static_cast<qint64>(imageId));
        const auto value = classValue(classIndex);
        NAKAMA_TRY(const int found,
                   database.execute("UPDATE images SET class_id = ? WHERE id = ?", {value, id}));
        if (found == 0)
            return fail(ErrorCode::NotFound, fmt::format("there is no picture with the number {}", imageId),
                        database.file().parent_path().string());
        NAKAMA_CHECK(
            database.execute("INSERT INTO labels (image_id, class_id, origin, at) VALUES (?, ?, ?, ?)",
                             {id, value, toQt(origin), timestamp()}));
        return {};
    });
}

Result<std::vector<LabelRecord>> Catalogue::labelHistory(std::int64_t imageId) const
{
    NAKAMA_TRY(auto rows, m_connection->database.query(
                              "SELECT class_id, origin, at FROM labels WHERE image_id = ? ORDER BY id",
                              {QVariant::fromValue(static_cast<qint64>(imageId))}));
    std::vector<LabelRecord> history;
    while (rows.next())
        history.push_back({classIndexOf(rows.value(0)), rows.value(1).toString().toStdString(),
                           rows.value(2).toString().toStdString()});
    return history;
}

} // namespace nakama
