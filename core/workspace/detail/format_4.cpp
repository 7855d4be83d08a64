#include "core/workspace/detail/migrations.h"

namespace nakama
{

// The journal of edits by hand. A row of edit_pictures is what a picture was before an edit and after it,
// whole, so that a field that the edit did not touch is the same twice. edits.split_at is the split that the
// parts were of. What was set aside before there was a journal becomes edits too, a decision each, so that it
// can still be undone; which parts those pictures had is not known.
const Migration format4{
    4,
    {
        "ALTER TABLE images ADD COLUMN mark TEXT CHECK (mark IN ('several', 'none', 'unsure'))",
        "CREATE INDEX images_by_source ON images (source)",
        R"(CREATE TABLE edits (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            pictures INTEGER NOT NULL,
            author TEXT NOT NULL,
            at TEXT NOT NULL,
            split_at TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        ))",
        R"(CREATE TABLE edit_pictures (
            edit INTEGER NOT NULL REFERENCES edits (number) ON DELETE CASCADE,
            image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            class_before INTEGER,
            class_after INTEGER,
            mark_before TEXT,
            mark_after TEXT,
            aside_before TEXT,
            aside_after TEXT,
            copy_of_before INTEGER,
            copy_of_after INTEGER,
            pool_before TEXT NOT NULL,
            pool_after TEXT NOT NULL,
            part_before TEXT,
            part_after TEXT,
            PRIMARY KEY (edit, image_id)
        ) WITHOUT ROWID)",
        "CREATE INDEX edit_pictures_by_image ON edit_pictures (image_id)",
        R"(INSERT INTO edits (number, kind, subject, pictures, author, at, split_at)
            SELECT decision, 'set-copies-aside', '', count(*), '', min(at), '' FROM set_aside GROUP BY decision)",
        R"(INSERT INTO edit_pictures (edit, image_id, class_before, class_after, aside_after, copy_of_after,
                pool_before, pool_after)
            SELECT a.decision, a.image_id, i.class_id, i.class_id, a.reason, a.copy_of, i.pool, i.pool
            FROM set_aside a JOIN images i ON i.id = a.image_id)",
    },
};

} // namespace nakama
