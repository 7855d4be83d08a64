#include "core/workspace/detail/migrations.h"

namespace nakama
{

// Copies. A fingerprint belongs to a picture's content, which never changes, and to the version of the
// method. copies holds what the last search found: a member of a group points to the group's keeper (in_group
// = 1); a keeper may also point to a picture of another group that it is a copy of, which only the split
// heeds. not_copies and set_aside are a person's decisions and survive every search. Splits of format 1 knew
// of no copies, so they are not leak-free whatever they say.
const Migration format2{
    2,
    {
        R"(CREATE TABLE fingerprints (
            image_id INTEGER PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            data BLOB NOT NULL
        ))",
        R"(CREATE TABLE copy_search (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            version INTEGER NOT NULL,
            last_image_id INTEGER NOT NULL, -- pictures added later have not been searched
            images INTEGER NOT NULL,
            unreadable INTEGER NOT NULL,
            at TEXT NOT NULL
        ))",
        R"(CREATE TABLE copies (
            place INTEGER PRIMARY KEY, -- keepers in order, each with its copies
            image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            copy_of INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            in_group INTEGER NOT NULL,
            kind TEXT NOT NULL,
            similarity REAL NOT NULL,
            quarter_turns INTEGER NOT NULL, -- clockwise, after mirroring: what makes copy_of into image_id
            mirrored INTEGER NOT NULL,
            inverted INTEGER NOT NULL,
            greyscale INTEGER NOT NULL,
            zoom REAL NOT NULL, -- above 1 where the copy shows less of the picture
            UNIQUE (image_id, copy_of)
        ))",
        "CREATE INDEX copies_by_keeper ON copies (copy_of)",
        R"(CREATE TABLE not_copies (
            image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            other_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            at TEXT NOT NULL,
            PRIMARY KEY (image_id, other_id),
            CHECK (image_id < other_id)
        ) WITHOUT ROWID)",
        R"(CREATE TABLE set_aside (
            image_id INTEGER PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
            reason TEXT NOT NULL,
            copy_of INTEGER REFERENCES images (id) ON DELETE SET NULL,
            decision INTEGER NOT NULL, -- pictures set aside together; undo takes the latest back
            at TEXT NOT NULL
        ))",
        "ALTER TABLE split_info ADD COLUMN in_true_test INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE split_info ADD COLUMN beyond_caps INTEGER NOT NULL DEFAULT 0",
        "UPDATE split_info SET groups_kept_together = 0",
    },
};

} // namespace nakama
