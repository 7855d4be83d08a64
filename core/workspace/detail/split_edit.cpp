#include "core/workspace/detail/split_edit.h"

#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/picture_state.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace nakama
{

namespace
{

constexpr int splitsKept = 5;

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

nlohmann::json jsonOf(const std::optional<SplitInfo>& info)
{
    if (!info)
        return nullptr;
    return {{"train", info->train},
            {"val", info->val},
            {"test", info->test},
            {"seed", info->seed},
            {"groups_kept_together", info->groupsKeptTogether},
            {"in_true_test", info->inTrueTest},
            {"beyond_caps", info->beyondCaps},
            {"at", info->at}};
}

std::optional<SplitInfo> infoFrom(const nlohmann::json& json)
{
    if (!json.is_object())
        return std::nullopt;
    SplitInfo info;
    info.train = json.value("train", info.train);
    info.val = json.value("val", info.val);
    info.test = json.value("test", info.test);
    info.seed = json.value("seed", info.seed);
    info.groupsKeptTogether = json.value("groups_kept_together", false);
    info.inTrueTest = json.value("in_true_test", 0);
    info.beyondCaps = json.value("beyond_caps", 0);
    info.at = json.value("at", "");
    return info;
}

std::string timeOf(const std::optional<SplitInfo>& info)
{
    return info ? info->at : std::string();
}

} // namespace

Result<void> rememberParts(const Database& database)
{
    NAKAMA_CHECK(database.execute("DROP TABLE IF EXISTS temp.parts_before"));
    NAKAMA_CHECK(
        database.execute("CREATE TEMP TABLE parts_before (image_id INTEGER PRIMARY KEY, part TEXT)"));
    NAKAMA_CHECK(database.execute("INSERT INTO temp.parts_before SELECT image_id, part FROM split_parts"));
    return {};
}

Result<int> recordSplit(const Database& database, std::int64_t edit, const std::optional<SplitInfo>& before,
                        const std::optional<SplitInfo>& after)
{
    // In the order of stateColumns(), all but the part the same twice.
    const std::string same = "i.class_id, i.mark, a.reason, a.copy_of, i.pool, ";
    NAKAMA_TRY(
        const int pictures,
        database.execute(("INSERT INTO edit_pictures (edit, image_id, " + stateColumns("before") + ", " +
                          stateColumns("after") + ") SELECT ?, i.id, " + same + "b.part, " + same +
                          "s.part FROM images i LEFT JOIN temp.parts_before b ON b.image_id = i.id"
                          " LEFT JOIN split_parts s ON s.image_id = i.id"
                          " LEFT JOIN set_aside a ON a.image_id = i.id WHERE b.part IS NOT s.part")
                             .c_str(),
                         {number(edit)}));
    const nlohmann::json splits{{"before", jsonOf(before)}, {"after", jsonOf(after)}};
    NAKAMA_CHECK(database.execute("UPDATE edits SET pictures = ?, splits = ? WHERE number = ?",
                                  {pictures, toQt(splits.dump()), number(edit)}));
    NAKAMA_CHECK(database.execute("DROP TABLE temp.parts_before"));
    return pictures;
}

Result<std::vector<std::int64_t>> replaySplit(Catalogue& catalogue, const Database& database,
                                              std::int64_t edit, SplitWanted wanted)
{
    NAKAMA_TRY(const auto text, database.value("SELECT splits FROM edits WHERE number = ?", {number(edit)}));
    const auto splits = nlohmann::json::parse(text.toString().toStdString(), nullptr, false);
    if (!splits.is_object())
        return fail(ErrorCode::CorruptData, "the split that this edit replaced is not known",
                    database.file().string());
    const bool back = wanted == SplitWanted::Before;
    const auto from = infoFrom(splits.value(back ? "after" : "before", nlohmann::json()));
    const auto to = infoFrom(splits.value(back ? "before" : "after", nlohmann::json()));
    NAKAMA_TRY(const auto now, catalogue.splitInfo());
    if (timeOf(now) != timeOf(from))
        return std::vector<std::int64_t>();

    NAKAMA_CHECK(
        database.execute("DELETE FROM split_parts WHERE image_id IN (SELECT image_id FROM edit_pictures"
                         " WHERE edit = ?)",
                         {number(edit)}));
    const std::string part = back ? "p.part_before" : "p.part_after";
    NAKAMA_CHECK(database.execute(("INSERT INTO split_parts (image_id, part) SELECT i.id, " + part +
                                   " FROM edit_pictures p JOIN images i ON i.id = p.image_id WHERE p.edit = ?"
                                   " AND " +
                                   part +
                                   " IS NOT NULL AND i.pool = 'pool' AND i.class_id IS NOT NULL"
                                   " AND i.mark IS NULL AND i.id NOT IN (SELECT image_id FROM set_aside)")
                                      .c_str(),
                                  {number(edit)}));
    if (to)
        NAKAMA_CHECK(catalogue.setSplitInfo(*to));
    else
        NAKAMA_CHECK(database.execute("DELETE FROM split_info"));
    NAKAMA_TRY(auto rows, database.query(("SELECT p.image_id FROM edit_pictures p LEFT JOIN split_parts s"
                                          " ON s.image_id = p.image_id WHERE p.edit = ? AND s.part IS " +
                                          part)
                                             .c_str(),
                                         {number(edit)}));
    std::vector<std::int64_t> changed;
    while (rows.next())
        changed.push_back(rows.value(0).toLongLong());
    return changed;
}

Result<void> forgetOldSplits(const Database& database)
{
    NAKAMA_CHECK(
        database.execute("DELETE FROM edits WHERE kind = 'split' AND number NOT IN (SELECT number FROM"
                         " edits WHERE kind = 'split' ORDER BY number DESC LIMIT ?)",
                         {splitsKept}));
    return {};
}

} // namespace nakama
