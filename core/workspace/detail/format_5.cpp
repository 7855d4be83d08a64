#include "core/workspace/detail/migrations.h"

namespace nakama
{

// Labelling by several people. answers holds every stroke, for good; an answer is the last stroke of an
// annotator on a picture that was not taken back. Annotator 0 is what was settled between the others.
const Migration format5{
    5,
    {
        R"(CREATE TABLE annotators (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL
        ))",
        "INSERT INTO annotators (id, name, at) VALUES (0, '', '')",
        R"(CREATE TABLE answers (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            annotator INTEGER NOT NULL REFERENCES annotators (id),
            image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
            pass INTEGER NOT NULL CHECK (pass IN (1, 2)),
            kind TEXT NOT NULL CHECK (kind IN ('class', 'several', 'none', 'unsure', 'skipped', 'open')),
            class_id INTEGER REFERENCES classes (id),
            note TEXT NOT NULL,
            at TEXT NOT NULL,
            taken_back INTEGER NOT NULL DEFAULT 0
        ))",
        "CREATE INDEX answers_by_picture ON answers (image_id, annotator, pass)",
        "CREATE INDEX answers_by_annotator ON answers (annotator, taken_back, number)",
    },
};

} // namespace nakama
