#include "core/workspace/detail/post_rows.h"

namespace nakama
{

QVariantList postValues(const Post& post)
{
    // Not null, as toQt() of an empty text is not.
    return {toQt(post.md5),
            toQt(post.extension),
            QVariant::fromValue(static_cast<qint64>(post.bytes)),
            post.width,
            post.height,
            toQt(post.rating),
            post.score,
            toQt(post.tags),
            toQt(post.artists),
            toQt(post.characters),
            toQt(post.source),
            toQt(post.createdAt),
            toQt(post.originalUrl),
            toQt(post.sampleUrl),
            toQt(post.smallUrl)};
}

Post postFrom(const QSqlQuery& row, int column)
{
    const auto text = [&] { return row.value(column++).toString().toStdString(); };
    Post post;
    post.id = row.value(column++).toLongLong();
    post.md5 = text();
    post.extension = text();
    post.bytes = row.value(column++).toLongLong();
    post.width = row.value(column++).toInt();
    post.height = row.value(column++).toInt();
    post.rating = text();
    post.score = row.value(column++).toInt();
    post.tags = text();
    post.artists = text();
    post.characters = text();
    post.source = text();
    post.createdAt = text();
    post.originalUrl = text();
    post.sampleUrl = text();
    post.smallUrl = text();
    return post;
}

} // namespace nakama
