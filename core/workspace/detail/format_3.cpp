#include "core/workspace/detail/migrations.h"

namespace nakama
{

// Collecting from boorus. images.md5 is of the stored file, NULL until somebody computed it. posts holds what
// a site said of a picture and what became of it; searches, how far each was asked: all ids from oldest to
// newest have been listed, and with exhausted = 1 all below. up_to_date and finished tell a run that goes on
// from one that asks anew. search_posts says which searches listed a post, and why one did not want it.
const Migration format3{
    3,
    {
        "ALTER TABLE images ADD COLUMN md5 TEXT",
        "CREATE INDEX images_by_md5 ON images (md5)",
        R"(CREATE TABLE posts (
            number INTEGER PRIMARY KEY,
            site TEXT NOT NULL,
            id INTEGER NOT NULL,
            outcome TEXT NOT NULL
                CHECK (outcome IN ('listed', 'wanted', 'stored', 'unavailable', 'failed')),
            reason TEXT NOT NULL,
            class_id INTEGER REFERENCES classes (id), -- whose search had it first; the true test: NULL
            image_id INTEGER REFERENCES images (id) ON DELETE SET NULL,
            variant TEXT NOT NULL,
            collected_at TEXT NOT NULL,
            md5 TEXT NOT NULL,
            extension TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            width INTEGER NOT NULL,
            height INTEGER NOT NULL,
            rating TEXT NOT NULL,
            score INTEGER NOT NULL,
            tags TEXT NOT NULL,
            artists TEXT NOT NULL,
            characters TEXT NOT NULL,
            source TEXT NOT NULL,
            created_at TEXT NOT NULL,
            original_url TEXT NOT NULL,
            sample_url TEXT NOT NULL,
            small_url TEXT NOT NULL,
            UNIQUE (site, id)
        ))",
        "CREATE INDEX posts_by_image ON posts (image_id)",
        "CREATE INDEX posts_by_md5 ON posts (md5)",
        R"(CREATE TABLE searches (
            number INTEGER PRIMARY KEY,
            site TEXT NOT NULL,
            class_id INTEGER NOT NULL REFERENCES classes (id),
            query TEXT NOT NULL,
            newest INTEGER NOT NULL DEFAULT 0,
            oldest INTEGER NOT NULL DEFAULT 0,
            exhausted INTEGER NOT NULL DEFAULT 0,
            up_to_date INTEGER NOT NULL DEFAULT 0,
            finished INTEGER NOT NULL DEFAULT 0,
            UNIQUE (site, class_id, query)
        ))",
        R"(CREATE TABLE search_posts (
            search INTEGER NOT NULL REFERENCES searches (number) ON DELETE CASCADE,
            post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
            objection TEXT NOT NULL,
            PRIMARY KEY (search, post)
        ) WITHOUT ROWID)",
        "CREATE INDEX search_posts_by_post ON search_posts (post)",
        R"(CREATE TABLE rejected_md5 (
            md5 TEXT PRIMARY KEY,
            at TEXT NOT NULL
        ) WITHOUT ROWID)",
    },
};

} // namespace nakama
