#include "core/workspace/detail/image_query.h"

#include "core/workspace/detail/connection.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

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

/** "field IN (?, ?)", or only the question whether it is NULL, or both. */
QString classSql(const AnyOf<int>& classes, QVariantList& values)
{
    QStringList marks;
    for (const int index : classes.values)
        if (index >= 0) {
            marks << QStringLiteral("?");
            values << index;
        }
    QStringList conditions;
    if (!marks.isEmpty())
        conditions << QStringLiteral("i.class_id IN (%1)").arg(marks.join(QLatin1Char(',')));
    if (marks.size() < std::ssize(classes.values))
        conditions << QStringLiteral("i.class_id IS NULL");
    return QLatin1Char('(') + conditions.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

QString sourceSql(const AnyOf<std::string>& sources, QVariantList& values)
{
    QStringList marks;
    for (const auto& source : sources.values) {
        marks << QStringLiteral("?");
        values << toQt(source);
    }
    return QStringLiteral("i.source IN (%1)").arg(marks.join(QLatin1Char(',')));
}

QString sideSql(const AnyOf<SideRange>& sides, QVariantList& values)
{
    QStringList conditions;
    for (const auto& side : sides.values) {
        conditions << (side.to > 0 ? QStringLiteral("min(i.width, i.height) BETWEEN ? AND ?")
                                   : QStringLiteral("min(i.width, i.height) >= ?"));
        values << side.from;
        if (side.to > 0)
            values << side.to;
    }
    return QLatin1Char('(') + conditions.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

/**
 * A word of letters beyond ASCII, whose case SQLite does not fold: a GLOB that allows both cases of each
 * letter. What is special in a GLOB stands alone in brackets.
 */
QString globPattern(const QString& word)
{
    QString pattern(QLatin1Char('*'));
    for (const uint point : word.toUcs4()) {
        const char32_t letter = point;
        const char32_t lower = QChar::toLower(letter), upper = QChar::toUpper(letter);
        const bool isSpecial = letter == U'*' || letter == U'?' || letter == U'[';
        if (lower == upper && !isSpecial) {
            pattern += QString::fromUcs4(&letter, 1);
            continue;
        }
        pattern += QLatin1Char('[') + QString::fromUcs4(&lower, 1);
        if (upper != lower)
            pattern += QString::fromUcs4(&upper, 1);
        pattern += QLatin1Char(']');
    }
    return pattern + QLatin1Char('*');
}

bool isAscii(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.unicode() < 128; });
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
    const auto add = [&](const QString& condition) { query.sql += " AND " + condition.toStdString(); };
    if (filter.pool)
        require("i.pool = ?", {toQt(poolName(*filter.pool))});
    if (filter.classIndex)
        add(classSql(filter.classIndex, query.values));
    if (filter.split && *filter.split)
        require("s.part = ?", {toQt(splitPartName(**filter.split))});
    else if (filter.split)
        require("s.part IS NULL AND i.pool = 'pool'");
    if (filter.source)
        add(sourceSql(filter.source, query.values));
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
    if (filter.side)
        add(sideSql(filter.side, query.values));
    for (const auto& word : toQt(filter.text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!isAscii(word)) {
            const auto pattern = globPattern(word);
            // Tags are ASCII but for few, and to see that is ten times as quick as to look for the pattern.
            require("((length(i.original_name) < length(CAST(i.original_name AS BLOB))"
                    " AND i.original_name GLOB ?) OR i.id IN (SELECT image_id FROM posts"
                    " WHERE length(tags) < length(CAST(tags AS BLOB)) AND tags GLOB ?))",
                    {pattern, pattern});
            continue;
        }
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
