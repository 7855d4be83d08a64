#include "core/workspace/detail/image_query.h"

#include "core/workspace/detail/connection.h"

#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

/** Whether the picture is in a group of copies in this role. */
const char* copySql(CopyState state)
{
    switch (state) {
    case CopyState::Keeper:
        return "i.id IN (SELECT copy_of FROM copies WHERE in_group = 1)";
    case CopyState::Copy:
        return "i.id IN (SELECT image_id FROM copies WHERE in_group = 1)";
    case CopyState::HasCopies:
        return "(i.id IN (SELECT image_id FROM copies WHERE in_group = 1)"
               " OR i.id IN (SELECT copy_of FROM copies WHERE in_group = 1))";
    case CopyState::Single:
        break;
    }
    return "i.id NOT IN (SELECT image_id FROM copies WHERE in_group = 1)"
           " AND i.id NOT IN (SELECT copy_of FROM copies WHERE in_group = 1)";
}

const char* useSql(UseState state)
{
    switch (state) {
    case UseState::InUse:
        return "a.image_id IS NULL AND i.mark IS NULL";
    case UseState::NotInBin:
        return "a.reason IS NOT 'bin'";
    case UseState::SetAside:
        return "a.reason IS NOT NULL AND a.reason <> 'bin'";
    case UseState::Marked:
        return "a.image_id IS NULL AND i.mark IS NOT NULL";
    case UseState::Bin:
        break;
    }
    return "a.reason = 'bin'";
}

const char* labelSql(LabelState state)
{
    switch (state) {
    case LabelState::Labelled:
        return "i.class_id IS NOT NULL";
    case LabelState::Unlabelled:
        return "i.class_id IS NULL";
    case LabelState::ByHand:
        break;
    }
    return "i.class_id IS NOT NULL AND (SELECT origin FROM labels l WHERE l.image_id = i.id"
           " ORDER BY l.id DESC LIMIT 1) NOT IN ('import', 'csv', 'collect', 'danbooru', 'sample')";
}

QString likePattern(QString word)
{
    word.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    word.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    word.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

} // namespace

ImageQuery imageQuery(const ImageFilter& filter)
{
    ImageQuery query;
    query.sql = " LEFT JOIN split_parts s ON s.image_id = i.id LEFT JOIN set_aside a ON a.image_id = i.id"
                " WHERE true";
    const auto require = [&](const char* condition, const QVariantList& values = {}) {
        query.sql += std::string(" AND ") + condition;
        query.values += values;
    };
    if (filter.pool)
        require("i.pool = ?", {toQt(poolName(*filter.pool))});
    if (filter.classIndex)
        require("i.class_id IS ?", {classValue(*filter.classIndex)});
    if (filter.split && *filter.split)
        require("s.part = ?", {toQt(splitPartName(**filter.split))});
    else if (filter.split)
        require("s.part IS NULL AND i.pool = 'pool'");
    if (filter.source)
        require("i.source = ?", {toQt(*filter.source)});
    if (filter.use)
        require(useSql(*filter.use));
    if (filter.mark)
        require("i.mark = ?", {toQt(pictureMarkName(*filter.mark))});
    if (filter.label)
        require(labelSql(*filter.label));
    if (filter.copies)
        require(copySql(*filter.copies));
    if (filter.rating)
        require("i.id IN (SELECT image_id FROM posts WHERE rating = ?)", {toQt(*filter.rating)});
    if (filter.minSide)
        require("min(i.width, i.height) >= ?", {*filter.minSide});
    if (filter.maxSide)
        require("min(i.width, i.height) <= ?", {*filter.maxSide});
    for (const auto& word : toQt(filter.text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto pattern = likePattern(word);
        require("(i.original_name LIKE ? ESCAPE '\\' OR i.id IN (SELECT image_id FROM posts WHERE tags LIKE ?"
                " ESCAPE '\\'))",
                {pattern, pattern});
    }
    if (filter.among)
        require("i.id IN (SELECT value FROM json_each(?))", {toQt(nlohmann::json(*filter.among).dump())});
    return query;
}

std::string orderSql(ImageOrder order)
{
    switch (order) {
    case ImageOrder::Oldest:
        break;
    case ImageOrder::Newest:
        return " ORDER BY i.id DESC";
    case ImageOrder::Name:
        return " ORDER BY i.original_name, i.id";
    case ImageOrder::Class:
        return " ORDER BY i.class_id IS NULL, i.class_id, i.id";
    case ImageOrder::LargestFirst:
        return " ORDER BY min(i.width, i.height) DESC, i.id";
    case ImageOrder::SmallestFirst:
        return " ORDER BY min(i.width, i.height), i.id";
    case ImageOrder::Source:
        return " ORDER BY i.source, i.id";
    }
    return " ORDER BY i.id";
}

} // namespace nakama
