#include "core/workspace/edit_journal.h"

#include "core/workspace/copy_store.h"
#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/picture_state.h"
#include "core/workspace/detail/split_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace nakama
{

namespace
{

constexpr const char* editColumns = "SELECT number, kind, subject, pictures, author, at, undone FROM edits";

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

EditRecord recordFrom(const QSqlQuery& row)
{
    EditRecord record;
    record.number = row.value(0).toLongLong();
    record.kind = editKindFromName(row.value(1).toString().toStdString()).value_or(EditKind::Relabel);
    record.subject = row.value(2).toString().toStdString();
    record.pictures = row.value(3).toInt();
    record.author = row.value(4).toString().toStdString();
    record.at = row.value(5).toString().toStdString();
    record.undone = row.value(6).toInt() != 0;
    return record;
}

Result<std::optional<EditRecord>> oneEdit(const Database& database, const char* which)
{
    NAKAMA_TRY(auto row, database.query((std::string(editColumns) + which).c_str()));
    if (!row.next())
        return std::nullopt;
    return recordFrom(row);
}

/** When the split was made that is there now; empty without one. */
Result<QString> splitTime(const Database& database)
{
    NAKAMA_TRY(const auto at, database.value("SELECT at FROM split_info"));
    return at.toString();
}

/** What the pictures of an edit become, if it is the same for all. */
std::string subjectOf(const PictureEdit& edit, const std::vector<ClassInfo>& classes)
{
    const auto subject = [&](const PictureChange& change) -> std::string {
        switch (edit.kind) {
        case EditKind::Relabel: {
            const auto index = static_cast<std::size_t>(change.classIndex.value_or(-1));
            return index < classes.size() ? classes[index].name : "";
        }
        case EditKind::Mark:
            return change.mark && *change.mark ? std::string(pictureMarkName(**change.mark)) : "";
        case EditKind::Move:
            return change.pool ? std::string(poolName(*change.pool)) : "";
        case EditKind::Assign:
            return change.split && *change.split ? std::string(splitPartName(**change.split)) : "";
        default:
            return "";
        }
    };
    if (edit.changes.empty())
        return {};
    auto first = subject(edit.changes.front());
    const bool same = std::all_of(edit.changes.begin(), edit.changes.end(),
                                  [&](const auto& change) { return subject(change) == first; });
    return same ? first : std::string();
}

/**
 * Pictures of families of which the true test has one: to learn from them, or to choose by them, is to have
 * seen the test.
 */
Result<std::unordered_set<std::int64_t>> copiesOfTrueTest(Catalogue& catalogue, const Database& database)
{
    NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
    const auto families = copyFamilies(copies);
    std::unordered_set<std::int64_t> judged, found;
    NAKAMA_TRY(auto rows, database.query("SELECT id FROM images WHERE pool = 'true-test'"));
    while (rows.next())
        if (const auto family = families.find(rows.value(0).toLongLong()); family != families.end())
            judged.insert(family->second);
    for (const auto& [id, family] : families)
        if (judged.contains(family))
            found.insert(id);
    return found;
}

bool isLearnedFrom(const PictureChange& change)
{
    return change.split && *change.split && *change.split != SplitPart::Test;
}

} // namespace

EditJournal::EditJournal(Catalogue& catalogue) : m_catalogue(catalogue) {}

Result<EditOutcome> EditJournal::edit(const PictureEdit& edit)
{
    EditOutcome outcome;
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto classes, m_catalogue.classes());
        NAKAMA_TRY(const auto split, splitTime(database));
        if (edit.kind == EditKind::Assign && split.isEmpty())
            return fail(ErrorCode::NotReady,
                        "the pictures are not split yet; split them first, then move single ones",
                        database.file().parent_path().string());
        EditRecord record{0, edit.kind, subjectOf(edit, classes), 0, edit.author, timestamp().toStdString()};
        std::unordered_set<std::int64_t> judged;
        if (edit.kind == EditKind::Assign && std::ranges::any_of(edit.changes, isLearnedFrom)) {
            NAKAMA_TRY(judged, copiesOfTrueTest(m_catalogue, database));
        }
        for (const auto& change : edit.changes) {
            NAKAMA_TRY(const auto before, readState(database, change.imageId));
            const auto after = changedState(before, change, edit.kind);
            const bool leaks = isLearnedFrom(change) && judged.contains(change.imageId);
            if (after == before || leaks) {
                ++outcome.skipped;
                ++outcome.reasons[after == before ? unchangedReason(before, change, edit.kind)
                                                  : SkipReason::CopyOfTrueTest];
                continue;
            }
            if (outcome.changed.empty()) // only now something happens
                NAKAMA_CHECK(add(record, split.toStdString()));
            NAKAMA_CHECK(writeState(m_catalogue, database, change.imageId, before, after, edit.author));
            NAKAMA_CHECK(remember(record, change.imageId, before, after));
            outcome.changed.push_back(change.imageId);
        }
        record.pictures = static_cast<int>(outcome.changed.size());
        NAKAMA_CHECK(database.execute("UPDATE edits SET pictures = ? WHERE number = ?",
                                      {record.pictures, number(record.number)}));
        outcome.edit = std::move(record);
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return outcome;
}

/** Its number is the record's afterwards. */
Result<void> EditJournal::add(EditRecord& record, const std::string& splitAt)
{
    const auto& database = m_catalogue.m_connection->database;
    NAKAMA_CHECK(database.execute("DELETE FROM edits WHERE undone = 1"));
    NAKAMA_TRY(const auto added,
               database.query("INSERT INTO edits (kind, subject, pictures, author, at, split_at)"
                              " VALUES (?, ?, 0, ?, ?, ?)",
                              {toQt(editKindName(record.kind)), toQt(record.subject), toQt(record.author),
                               toQt(record.at), toQt(splitAt)}));
    record.number = added.lastInsertId().toLongLong();
    return {};
}

/** A picture that an edit has changed before keeps what it was then. */
Result<void> EditJournal::remember(const EditRecord& record, std::int64_t imageId, const PictureState& before,
                                   const PictureState& after)
{
    static const std::string insert = "INSERT INTO edit_pictures (edit, image_id, " + stateColumns("before") +
                                      ", " + stateColumns("after") +
                                      ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO"
                                      " UPDATE SET class_after = excluded.class_after,"
                                      " mark_after = excluded.mark_after, aside_after = excluded.aside_after,"
                                      " copy_of_after = excluded.copy_of_after,"
                                      " pool_after = excluded.pool_after, part_after = excluded.part_after";
    NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
        insert.c_str(),
        QVariantList{number(record.number), number(imageId)} + stateValues(before) + stateValues(after)));
    return {};
}

Result<void> EditJournal::extendImport(EditRecord& import, const std::vector<std::int64_t>& added,
                                       const std::vector<PictureChange>& changes)
{
    if (added.empty() && changes.empty())
        return {};
    const auto& database = m_catalogue.m_connection->database;
    NAKAMA_TRY(const auto goesOn, database.value("SELECT count(*) FROM edits WHERE number = ? AND undone = 0",
                                                 {number(import.number)}));
    if (goesOn.toInt() == 0) {
        NAKAMA_TRY(const auto split, splitTime(database));
        import.at = timestamp().toStdString();
        NAKAMA_CHECK(add(import, split.toStdString()));
    }
    for (const auto id : added) {
        NAKAMA_TRY(const auto after, readState(database, id));
        auto before = after;
        before.setAside = AsideReason::Bin;
        NAKAMA_CHECK(remember(import, id, before, after));
    }
    for (const auto& change : changes) {
        NAKAMA_TRY(const auto before, readState(database, change.imageId));
        const auto after = changedState(before, change, EditKind::Import);
        if (after == before)
            continue;
        NAKAMA_CHECK(writeState(m_catalogue, database, change.imageId, before, after, import.author));
        NAKAMA_CHECK(remember(import, change.imageId, before, after));
    }
    NAKAMA_CHECK(database.execute("UPDATE edits SET pictures = (SELECT count(*) FROM edit_pictures"
                                  " WHERE edit = number) WHERE number = ?",
                                  {number(import.number)}));
    return {};
}

Result<EditOutcome> EditJournal::split(const std::vector<std::pair<std::int64_t, SplitPart>>& parts,
                                       const SplitInfo& info)
{
    EditOutcome outcome;
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto before, m_catalogue.splitInfo());
        NAKAMA_CHECK(rememberParts(database));
        auto anew = info;
        // The time tells splits apart, also two of one second.
        if (before && anew.at.empty() && before->at == timestamp().toStdString())
            anew.at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
        NAKAMA_CHECK(m_catalogue.setSplit(parts, anew));
        NAKAMA_TRY(const auto after, m_catalogue.splitInfo());
        outcome.edit = {0, EditKind::Split, {}, 0, {}, timestamp().toStdString()};
        NAKAMA_CHECK(add(outcome.edit, before ? before->at : std::string()));
        NAKAMA_TRY(outcome.edit.pictures, recordSplit(database, outcome.edit.number, before, after));
        NAKAMA_CHECK(forgetOldSplits(database));
        for (const auto& [imageId, part] : parts)
            outcome.changed.push_back(imageId);
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return outcome;
}

Result<std::vector<std::int64_t>> EditJournal::replayPictures(const EditRecord& record, Direction direction)
{
    const auto& database = m_catalogue.m_connection->database;
    const bool back = direction == Direction::Back;
    NAKAMA_TRY(const auto split, splitTime(database));
    NAKAMA_TRY(const auto splitThen,
               database.value("SELECT split_at FROM edits WHERE number = ?", {number(record.number)}));
    const bool splitIsSame = split == splitThen.toString();
    struct Row
    {
        std::int64_t imageId = 0;
        PictureState from, to;
    };
    std::vector<Row> pictures;
    {
        NAKAMA_TRY(auto rows, database.query(("SELECT image_id, " + stateColumns(back ? "after" : "before") +
                                              ", " + stateColumns(back ? "before" : "after") +
                                              " FROM edit_pictures WHERE edit = ? ORDER BY image_id")
                                                 .c_str(),
                                             {number(record.number)}));
        while (rows.next())
            pictures.push_back({rows.value(0).toLongLong(), stateFrom(rows, 1), stateFrom(rows, 7)});
    }
    std::vector<std::int64_t> changed;
    for (const auto& picture : pictures) {
        NAKAMA_TRY(const auto now, readState(database, picture.imageId));
        const auto then = replayedState(now, picture.from, picture.to, splitIsSame);
        if (!then)
            continue;
        NAKAMA_CHECK(writeState(m_catalogue, database, picture.imageId, now, *then, record.author));
        changed.push_back(picture.imageId);
    }
    return changed;
}

Result<EditOutcome> EditJournal::replay(const EditRecord& record, Direction direction)
{
    const auto& database = m_catalogue.m_connection->database;
    const bool back = direction == Direction::Back;
    EditOutcome outcome;
    if (record.kind == EditKind::Split) {
        NAKAMA_TRY(outcome.changed, replaySplit(m_catalogue, database, record.number,
                                                back ? SplitWanted::Before : SplitWanted::After));
    } else {
        NAKAMA_TRY(outcome.changed, replayPictures(record, direction));
    }
    NAKAMA_CHECK(database.execute("UPDATE edits SET undone = ? WHERE number = ?",
                                  {back ? 1 : 0, number(record.number)}));
    outcome.edit = record;
    outcome.edit.undone = back;
    outcome.skipped = record.pictures - static_cast<int>(outcome.changed.size());
    if (outcome.skipped > 0)
        outcome.reasons[SkipReason::ChangedSince] = outcome.skipped;
    return outcome;
}

Result<EditOutcome> EditJournal::undo()
{
    EditOutcome outcome;
    NAKAMA_CHECK(m_catalogue.transaction([&]() -> Result<void> {
        NAKAMA_TRY(const auto record, nextUndo());
        if (!record)
            return fail(ErrorCode::NotReady, "there is nothing to undo; no picture was changed by hand");
        NAKAMA_TRY(outcome, replay(*record, Direction::Back));
        return {};
    }));
    return outcome;
}

Result<EditOutcome> EditJournal::redo()
{
    EditOutcome outcome;
    NAKAMA_CHECK(m_catalogue.transaction([&]() -> Result<void> {
        NAKAMA_TRY(const auto record, nextRedo());
        if (!record)
            return fail(ErrorCode::NotReady,
                        "there is nothing to redo; nothing was undone since the last edit");
        NAKAMA_TRY(outcome, replay(*record, Direction::Forth));
        return {};
    }));
    return outcome;
}

Result<std::optional<EditRecord>> EditJournal::nextUndo() const
{
    return oneEdit(m_catalogue.m_connection->database, " WHERE undone = 0 ORDER BY number DESC LIMIT 1");
}

Result<std::optional<EditRecord>> EditJournal::nextRedo() const
{
    return oneEdit(m_catalogue.m_connection->database, " WHERE undone = 1 ORDER BY number LIMIT 1");
}

Result<std::unordered_set<std::int64_t>> EditJournal::undoneImports() const
{
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(
                              "SELECT p.image_id FROM edit_pictures p JOIN edits e ON e.number = p.edit"
                              " WHERE e.undone = 1 AND e.kind = ?",
                              {toQt(editKindName(EditKind::Import))}));
    std::unordered_set<std::int64_t> pictures;
    while (rows.next())
        pictures.insert(rows.value(0).toLongLong());
    return pictures;
}

Result<std::vector<EditRecord>> EditJournal::latest(int count) const
{
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(
                              (std::string(editColumns) + " ORDER BY number DESC LIMIT ?").c_str(), {count}));
    std::vector<EditRecord> records;
    while (rows.next())
        records.push_back(recordFrom(rows));
    return records;
}

} // namespace nakama
