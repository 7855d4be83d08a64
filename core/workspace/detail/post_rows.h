#pragma once

#include "core/workspace/detail/connection.h"
#include "core/workspace/post.h"

namespace nakama
{

/** The columns of posts that a Post is made of, in the order of postFrom() and postValues(). */
inline constexpr const char* postColumns =
    "p.id, p.md5, p.extension, p.bytes, p.width, p.height, p.rating, p.score, p.tags, p.artists,"
    " p.characters, p.source, p.created_at, p.original_url, p.sample_url, p.small_url";

/** Takes postValues(), outcome, class, site and id. */
inline constexpr const char* insertPost =
    "INSERT INTO posts (md5, extension, bytes, width, height, rating, score, tags, artists, characters,"
    " source, created_at, original_url, sample_url, small_url, outcome, class_id, site, id, reason, variant,"
    " collected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')";

/** Takes postValues(), outcome, class and number. */
inline constexpr const char* updatePost =
    "UPDATE posts SET md5 = ?, extension = ?, bytes = ?, width = ?, height = ?, rating = ?, score = ?,"
    " tags = ?, artists = ?, characters = ?, source = ?, created_at = ?, original_url = ?, sample_url = ?,"
    " small_url = ?, outcome = ?, class_id = ? WHERE number = ?";

/** All of postColumns but the id. */
QVariantList postValues(const Post& post);
/** The post whose id is in this column, the rest behind it. */
Post postFrom(const QSqlQuery& row, int column);

} // namespace nakama
