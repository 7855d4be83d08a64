#pragma once

#include "core/workspace/catalogue.h"
#include "core/workspace/detail/database.h"
#include "core/workspace/picture_edit.h"

#include <cstdint>
#include <optional>
#include <string>

namespace nakama
{

/** All of a picture that changes by hand. */
struct PictureState
{
    int classIndex = -1;
    std::optional<PictureMark> mark;
    std::optional<AsideReason> setAside;
    std::int64_t copyOf = 0;
    Pool pool = Pool::Pool;
    std::optional<SplitPart> split;

    bool operator==(const PictureState&) const = default;
};

/** The columns of edit_pictures that hold a state, "before" or "after", in the order of stateValues(). */
std::string stateColumns(const char* when);
QVariantList stateValues(const PictureState& state);
/** The state whose first value is in this column, the rest behind it. */
PictureState stateFrom(const QSqlQuery& row, int column);

/** Error: NotFound. */
Result<PictureState> readState(const Database& database, std::int64_t imageId);
/** Writes what differs; author goes into the label's history. */
Result<void> writeState(Catalogue& catalogue, const Database& database, std::int64_t imageId,
                        const PictureState& before, const PictureState& after, const std::string& author);

/** What a change makes of a picture, with all that follows from it; the same state where it may not be. */
PictureState changedState(const PictureState& before, const PictureChange& change, EditKind kind);
/** Why changedState() is the same state. */
SkipReason unchangedReason(const PictureState& before, const PictureChange& change, EditKind kind);

/**
 * The state in which the fields that differ between from and to are to's, and the others stay as they are.
 * Nothing where one of those fields is not from's any more, the part aside: that is to's only where
 * splitIsSame and the picture can have one.
 */
std::optional<PictureState> replayedState(const PictureState& now, const PictureState& from,
                                          const PictureState& to, bool splitIsSame);

} // namespace nakama
