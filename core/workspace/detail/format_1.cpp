#include "core/workspace/detail/migrations.h"

namespace nakama
{

// classes.id is the class index, from 0 without gaps. images.class_id is the current label, the last one of
// the image's entries in labels. times are ISO 8601, UTC.
const Migration format1{
    1,
    {
        R"(CREATE TABLE classes (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            display_name TEXT NOT NULL,
            aliases TEXT NOT NULL, -- a JSON array
            danbooru_tag TEXT NOT NULL
        ))",
        R"(CREATE TABLE images (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 TEXT NOT NULL UNIQUE,
            extension TEXT NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            source TEXT NOT NULL,
            original_name TEXT NOT NULL,
            pool TEXT NOT NULL CHECK (pool IN ('pool', 'true-test')),
            added_at TEXT NOT NULL,
            class_id INTEGER REFERENCES classes (id)
        ))",
        "CREATE INDEX images_by_class ON images (pool, class_id)",
        R"(CREATE TABLE labels (
            id INTEGER PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            class_id INTEGER REFERENCES classes (id),
            origin TEXT NOT NULL,
            at TEXT NOT NULL
        ))",
        "CREATE INDEX labels_by_image ON labels (image_id)",
        R"(CREATE TABLE split_parts (
            image_id INTEGER PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
            part TEXT NOT NULL CHECK (part IN ('train', 'val', 'test'))
        ))",
        R"(CREATE TABLE split_info (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            train REAL NOT NULL,
            val REAL NOT NULL,
            test REAL NOT NULL,
            seed INTEGER NOT NULL, -- the bits of an unsigned number
            groups_kept_together INTEGER NOT NULL,
            at TEXT NOT NULL
        ))",
        R"(CREATE TABLE runs (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            model TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'cancelled', 'failed')),
            started_at TEXT NOT NULL,
            finished_at TEXT NOT NULL,
            epochs INTEGER NOT NULL,
            planned_epochs INTEGER NOT NULL,
            best_epoch INTEGER NOT NULL,
            best_macro REAL NOT NULL,
            message TEXT NOT NULL
        ))",
    },
};

} // namespace nakama
