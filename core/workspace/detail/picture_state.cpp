#include "core/workspace/detail/picture_state.h"

#include "core/workspace/detail/connection.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

template<typename Enum>
QVariant nameOrNull(const std::optional<Enum>& value, std::string_view (*nameOf)(Enum))
{
    return value ? QVariant(toQt(nameOf(*value))) : QVariant();
}

bool canBeSplit(const PictureState& state)
{
    return state.pool == Pool::Pool && state.classIndex >= 0 && !state.setAside && !state.mark;
}

/** Whether this kind of edit is meant for a picture that is out of use so. */
bool fits(EditKind kind, const std::optional<AsideReason>& setAside)
{
    switch (kind) {
    case EditKind::Exclude:
    case EditKind::SetCopiesAside:
        return !setAside;
    case EditKind::TakeBack:
        return setAside && setAside != AsideReason::Bin;
    case EditKind::Restore:
        return setAside == AsideReason::Bin;
    default:
        return true;
    }
}

} // namespace

std::string stateColumns(const char* when)
{
    return fmt::format("class_{0}, mark_{0}, aside_{0}, copy_of_{0}, pool_{0}, part_{0}", when);
}

QVariantList stateValues(const PictureState& state)
{
    return {classValue(state.classIndex),
            nameOrNull(state.mark, pictureMarkName),
            nameOrNull(state.setAside, asideReasonName),
            state.copyOf == 0 ? QVariant() : number(state.copyOf),
            toQt(poolName(state.pool)),
            nameOrNull(state.split, splitPartName)};
}

PictureState stateFrom(const QSqlQuery& row, int column)
{
    const auto text = [&](int offset) { return row.value(column + offset).toString().toStdString(); };
    PictureState state;
    state.classIndex = classIndexOf(row.value(column));
    state.mark = pictureMarkFromName(text(1));
    if (!row.value(column + 2).isNull())
        state.setAside = asideReasonFromName(text(2)).value_or(AsideReason::Excluded);
    state.copyOf = row.value(column + 3).toLongLong();
    state.pool = poolFromName(text(4)).value_or(Pool::Pool);
    state.split = splitPartFromName(text(5));
    return state;
}

Result<PictureState> readState(const Database& database, std::int64_t imageId)
{
    NAKAMA_TRY(auto row,
               database.query("SELECT i.class_id, i.mark, a.reason, a.copy_of, i.pool, s.part FROM images i"
                              " LEFT JOIN set_aside a ON a.image_id = i.id"
                              " LEFT JOIN split_parts s ON s.image_id = i.id WHERE i.id = ?",
                              {number(imageId)}));
    if (!row.next())
        return fail(ErrorCode::NotFound, fmt::format("there is no picture with the number {}", imageId),
                    database.file().parent_path().string());
    return stateFrom(row, 0);
}

Result<void> writeState(Catalogue& catalogue, const Database& database, std::int64_t imageId,
                        const PictureState& before, const PictureState& after, const std::string& author)
{
    const auto id = number(imageId);
    if (after.classIndex != before.classIndex)
        NAKAMA_CHECK(catalogue.setLabel(imageId, after.classIndex, author.empty() ? "person" : author));
    if (after.mark != before.mark)
        NAKAMA_CHECK(database.execute("UPDATE images SET mark = ? WHERE id = ?",
                                      {nameOrNull(after.mark, pictureMarkName), id}));
    if (after.pool != before.pool)
        NAKAMA_CHECK(
            database.execute("UPDATE images SET pool = ? WHERE id = ?", {toQt(poolName(after.pool)), id}));
    if (after.setAside && (after.setAside != before.setAside || after.copyOf != before.copyOf)) {
        // The picture that it is a copy of may be gone from the bin when this comes back.
        NAKAMA_CHECK(database.execute(
            "INSERT OR REPLACE INTO set_aside (image_id, reason, copy_of, decision, at) VALUES (?, ?,"
            " (SELECT id FROM images WHERE id = ?), (SELECT coalesce(max(decision), 0) + 1 FROM set_aside), "
            "?)",
            {id, nameOrNull(after.setAside, asideReasonName), number(after.copyOf), timestamp()}));
    } else if (!after.setAside && before.setAside) {
        NAKAMA_CHECK(database.execute("DELETE FROM set_aside WHERE image_id = ?", {id}));
    }
    if (after.split && after.split != before.split)
        NAKAMA_CHECK(database.execute("INSERT OR REPLACE INTO split_parts (image_id, part) VALUES (?, ?)",
                                      {id, nameOrNull(after.split, splitPartName)}));
    else if (!after.split && before.split)
        NAKAMA_CHECK(database.execute("DELETE FROM split_parts WHERE image_id = ?", {id}));
    return {};
}

PictureState changedState(const PictureState& before, const PictureChange& change, EditKind kind)
{
    if (!fits(kind, before.setAside))
        return before;
    auto after = before;
    if (change.pool)
        after.pool = *change.pool;
    if (change.classIndex)
        after.classIndex = *change.classIndex;
    if (before.pool == Pool::TrueTest && after.pool == Pool::Pool)
        after.classIndex = -1;
    if (change.mark)
        after.mark = *change.mark;
    if (change.setAside) {
        after.setAside = *change.setAside;
        after.copyOf = after.setAside ? change.copyOf : 0;
    }
    if (change.split)
        after.split = *change.split;
    if (!canBeSplit(after))
        after.split = std::nullopt;
    return after;
}

SkipReason unchangedReason(const PictureState& before, const PictureChange& change, EditKind kind)
{
    if (!fits(kind, before.setAside)) {
        if (kind == EditKind::TakeBack)
            return SkipReason::NotSetAside;
        return kind == EditKind::Restore ? SkipReason::NotInBin : SkipReason::OutOfUse;
    }
    if (kind != EditKind::Assign || !change.split || !*change.split || canBeSplit(before))
        return SkipReason::SoAlready;
    if (before.pool == Pool::TrueTest)
        return SkipReason::InTrueTest;
    return before.setAside || before.mark ? SkipReason::OutOfUse : SkipReason::NoLabel;
}

std::optional<PictureState> replayedState(const PictureState& now, const PictureState& from,
                                          const PictureState& to, bool splitIsSame)
{
    auto after = now;
    bool fresh = true;
    const auto replay = [&](auto PictureState::*field) {
        if (from.*field == to.*field)
            return;
        fresh = fresh && now.*field == from.*field;
        after.*field = to.*field;
    };
    replay(&PictureState::classIndex);
    replay(&PictureState::mark);
    replay(&PictureState::setAside);
    replay(&PictureState::copyOf);
    replay(&PictureState::pool);
    if (splitIsSame)
        replay(&PictureState::split);
    if (!canBeSplit(after))
        after.split = std::nullopt;
    if (!fresh || after == now)
        return std::nullopt;
    return after;
}

} // namespace nakama
