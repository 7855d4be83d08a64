#pragma once

#include "core/workspace/records.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** What changes by hand in one picture; fields that are not set stay. */
struct PictureChange
{
    std::int64_t imageId = 0;
    std::optional<int> classIndex; ///< −1 takes the label off
    std::optional<std::optional<PictureMark>> mark;
    std::optional<std::optional<AsideReason>> setAside;
    std::int64_t copyOf = 0; ///< of what it is a copy, for AsideReason::Copy
    std::optional<Pool> pool;
    std::optional<std::optional<SplitPart>> split;
};

/** What a person calls an edit; a window makes a sentence of it. */
enum class EditKind {
    Relabel, ///< subject: the class' name
    Unlabel, ///< label and mark are taken off
    Mark,    ///< subject: the mark's name
    Exclude, ///< taken out of use
    SetCopiesAside,
    TakeBack, ///< of what was excluded or set aside
    Delete,   ///< to the bin
    Restore,  ///< from the bin
    Move,     ///< subject: the pool's name
    Assign,   ///< to a part of the split; subject: the part's name, empty where out of the split
    Split,    ///< of the whole pool anew
    Import,   ///< of pictures and labels; subject: the source. Undoing puts what was new into the bin
};
/** "relabel", "set-copies-aside", …: as in the catalogue and on the command line. */
std::string_view editKindName(EditKind kind);
std::optional<EditKind> editKindFromName(std::string_view name);

/** Changes of any number of pictures that a person makes, and undoes, as one. */
struct PictureEdit
{
    EditKind kind = EditKind::Relabel;
    std::vector<PictureChange> changes;
    std::string author = {}; ///< who; kept with the labels too. Empty: the one person who uses the workspace
};

// The usual edits, the same for all pictures. A label takes a mark off, and a mark leaves the label.
PictureEdit relabelPictures(const std::vector<std::int64_t>& ids, int classIndex);
PictureEdit unlabelPictures(const std::vector<std::int64_t>& ids);
PictureEdit markPictures(const std::vector<std::int64_t>& ids, PictureMark mark);
PictureEdit excludePictures(const std::vector<std::int64_t>& ids);
PictureEdit takeBackPictures(const std::vector<std::int64_t>& ids);
PictureEdit deletePictures(const std::vector<std::int64_t>& ids);
PictureEdit restorePictures(const std::vector<std::int64_t>& ids);
PictureEdit movePictures(const std::vector<std::int64_t>& ids, Pool pool);
PictureEdit assignPictures(const std::vector<std::int64_t>& ids, std::optional<SplitPart> part);

/** An edit as the journal remembers it. */
struct EditRecord
{
    std::int64_t number = 0;
    EditKind kind = EditKind::Relabel;
    std::string subject; ///< see EditKind; empty where the pictures differ in it
    int pictures = 0;
    std::string author;
    std::string at; ///< ISO 8601, UTC
    bool undone = false;
};

/** Why an edit leaves a picture as it is; the window says it in the person's language. */
enum class SkipReason {
    SoAlready,
    OutOfUse,       ///< set aside, in the bin or marked
    NotSetAside,    ///< so there is nothing to take back
    NotInBin,       ///< so there is nothing to restore
    NoLabel,        ///< and only labelled pictures are split
    InTrueTest,     ///< which is never trained on
    CopyOfTrueTest, ///< the true test has a copy of it, so it may neither train nor choose the model
    ChangedSince,   ///< or gone from the bin: what is undone is not there any more
};

/** What an edit, its undoing or its redoing came to. */
struct EditOutcome
{
    EditRecord edit; ///< number 0 where nothing changed, so that there is nothing to undo
    std::vector<std::int64_t> changed;
    int skipped = 0;                   ///< pictures left as they are
    std::map<SkipReason, int> reasons; ///< why: the pictures of each reason
};

} // namespace nakama
