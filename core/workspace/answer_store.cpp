#include "core/workspace/answer_store.h"

#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/picture_state.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::array<std::pair<AnswerKind, std::string_view>, 6> kindNames{{
    {AnswerKind::Class, "class"},
    {AnswerKind::SeveralCharacters, "several"},
    {AnswerKind::NoneOfThese, "none"},
    {AnswerKind::Unsure, "unsure"},
    {AnswerKind::Skipped, "skipped"},
    {AnswerKind::Open, "open"},
}};

// What the column taken_back says.
constexpr int holds = 0;
constexpr int takenBack = 1;
constexpr int holdsForGood = 2; ///< a row of a table

/** Whose labels these are in a picture's history, so that those from elsewhere can be told from them. */
constexpr const char* labelOrigin = "annotators";

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

AnswerKind kindFromName(const std::string& name)
{
    const auto found = std::find_if(kindNames.begin(), kindNames.end(),
                                    [&](const auto& entry) { return entry.second == name; });
    return found == kindNames.end() ? AnswerKind::Open : found->first;
}

AnswerRecord recordFrom(const QSqlQuery& row)
{
    AnswerRecord record;
    record.number = row.value(0).toLongLong();
    record.annotator = row.value(1).toLongLong();
    record.imageId = row.value(2).toLongLong();
    record.pass = row.value(3).toInt() == 2 ? AnswerPass::Second : AnswerPass::First;
    record.answer = {kindFromName(row.value(4).toString().toStdString()), classIndexOf(row.value(5)),
                     row.value(6).toString().toStdString()};
    record.at = row.value(7).toString().toStdString();
    return record;
}

std::optional<PictureMark> markOf(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::SeveralCharacters:
        return PictureMark::SeveralCharacters;
    case AnswerKind::NoneOfThese:
        return PictureMark::NoneOfThese;
    case AnswerKind::Unsure:
        return PictureMark::Unsure;
    default:
        return std::nullopt;
    }
}

/** The label that the picture has from elsewhere: an import, or a person's edit. */
Result<int> otherLabel(const Database& database, std::int64_t imageId)
{
    NAKAMA_TRY(auto row, database.query("SELECT class_id FROM labels WHERE image_id = ? AND origin <> ?"
                                        " ORDER BY id DESC LIMIT 1",
                                        {number(imageId), QString::fromLatin1(labelOrigin)}));
    return row.next() ? classIndexOf(row.value(0)) : -1;
}

Result<std::vector<AnswerRecord>> select(const Database& database, const std::string& condition,
                                         const QVariantList& values)
{
    NAKAMA_TRY(auto rows, database.query(("SELECT number, annotator, image_id, pass, kind, class_id, note, at"
                                          " FROM answers WHERE " +
                                          condition + " ORDER BY number")
                                             .c_str(),
                                         values));
    std::vector<AnswerRecord> records;
    while (rows.next())
        records.push_back(recordFrom(rows));
    return records;
}

/** Sets the state of the stroke that is found, and returns it. */
Result<std::optional<AnswerRecord>> change(const Database& database, const std::vector<AnswerRecord>& found,
                                           int state)
{
    if (found.empty())
        return std::nullopt;
    NAKAMA_CHECK(database.execute("UPDATE answers SET taken_back = ? WHERE number = ?",
                                  {state, number(found.front().number)}));
    return found.front();
}

} // namespace

std::string_view answerKindName(AnswerKind kind)
{
    return std::find_if(kindNames.begin(), kindNames.end(),
                        [&](const auto& entry) { return entry.first == kind; })
        ->second;
}

AnswerStore::AnswerStore(Catalogue& catalogue) : m_catalogue(catalogue) {}

Result<std::vector<Annotator>> AnswerStore::annotators() const
{
    NAKAMA_TRY(auto rows,
               m_catalogue.m_connection->database.query(
                   "SELECT id, name FROM annotators WHERE id <> ? ORDER BY id", {number(settlingAnnotator)}));
    std::vector<Annotator> annotators;
    while (rows.next())
        annotators.push_back({rows.value(0).toLongLong(), rows.value(1).toString().toStdString()});
    return annotators;
}

Result<Annotator> AnswerStore::annotator(const std::string& name)
{
    const auto trimmed = toQt(name).simplified();
    if (trimmed.isEmpty())
        return fail(ErrorCode::InvalidArgument, "an annotator needs a name; give one", "annotator");
    Annotator result{0, trimmed.toStdString()};
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_CHECK(database.execute("INSERT OR IGNORE INTO annotators (name, at) VALUES (?, ?)",
                                      {trimmed, timestamp()}));
        NAKAMA_TRY(const auto id, database.value("SELECT id FROM annotators WHERE name = ?", {trimmed}));
        result.id = id.toLongLong();
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return result;
}

Result<std::int64_t> AnswerStore::add(std::int64_t annotator, std::int64_t imageId, AnswerPass pass,
                                      const Answer& answer, AnswerOrigin origin)
{
    std::int64_t stroke = 0;
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto person,
                   database.value("SELECT id FROM annotators WHERE id = ?", {number(annotator)}));
        if (!person.isValid())
            return fail(ErrorCode::NotFound, fmt::format("there is no annotator number {}", annotator),
                        "annotator");
        NAKAMA_CHECK(m_catalogue.image(imageId));
        NAKAMA_TRY(const auto classes, database.value("SELECT count(*) FROM classes"));
        const bool hasClass = answer.classIndex >= 0 && answer.classIndex < classes.toInt();
        if (hasClass != (answer.kind == AnswerKind::Class) || (!hasClass && answer.classIndex >= 0))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no class number {}; the workspace has {} classes, from 0",
                                    answer.classIndex, classes.toInt()),
                        "answer");
        NAKAMA_TRY(const auto added,
                   database.query("INSERT INTO answers (annotator, image_id, pass, kind, class_id, note, at,"
                                  " taken_back) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                  {number(annotator), number(imageId), static_cast<int>(pass),
                                   toQt(answerKindName(answer.kind)), classValue(answer.classIndex),
                                   toQt(answer.note), timestamp(),
                                   origin == AnswerOrigin::Table ? holdsForGood : holds}));
        stroke = added.lastInsertId().toLongLong();
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return stroke;
}

Result<std::optional<AnswerRecord>> AnswerStore::takeBack(const StrokeScope& scope)
{
    std::optional<AnswerRecord> taken;
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto found,
                   select(database,
                          "number = (SELECT max(number) FROM answers a WHERE annotator = ? AND pass = ?"
                          " AND taken_back = ? AND image_id IN (SELECT value FROM json_each(?))"
                          " AND NOT EXISTS (SELECT 1 FROM answers b WHERE b.image_id = a.image_id"
                          " AND b.annotator = a.annotator AND b.pass = a.pass AND b.number > a.number"
                          " AND b.taken_back = ?))",
                          {number(scope.annotator), static_cast<int>(scope.pass), holds,
                           toQt(nlohmann::json(scope.pictures).dump()), holdsForGood}));
        NAKAMA_TRY(taken, change(database, found, takenBack));
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return taken;
}

Result<std::optional<AnswerRecord>> AnswerStore::putBack(std::int64_t stroke)
{
    std::optional<AnswerRecord> put;
    const auto work = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto found,
                   select(database,
                          "number = (SELECT number FROM answers a WHERE number = ? AND taken_back = ?"
                          " AND NOT EXISTS (SELECT 1 FROM answers b WHERE b.image_id = a.image_id"
                          " AND b.annotator = a.annotator AND b.pass = a.pass AND b.number > a.number"
                          " AND b.taken_back <> ?))",
                          {number(stroke), takenBack, takenBack}));
        NAKAMA_TRY(put, change(database, found, holds));
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(work));
    return put;
}

Result<std::vector<AnswerRecord>> AnswerStore::answers() const
{
    return select(m_catalogue.m_connection->database,
                  "number IN (SELECT max(number) FROM answers WHERE taken_back <> ?"
                  " GROUP BY annotator, image_id, pass)",
                  {takenBack});
}

Result<std::vector<AnswerRecord>> AnswerStore::answersOf(std::int64_t imageId) const
{
    return select(m_catalogue.m_connection->database,
                  "number IN (SELECT max(number) FROM answers WHERE taken_back <> ? AND image_id = ?"
                  " GROUP BY annotator, pass)",
                  {takenBack, number(imageId)});
}

Result<void> AnswerStore::setDecided(std::int64_t imageId, const std::optional<Answer>& decided)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        NAKAMA_TRY(const auto before, readState(database, imageId));
        PictureChange change;
        change.imageId = imageId;
        if (decided) {
            change.classIndex = decided->classIndex;
            change.mark = markOf(decided->kind);
        } else {
            NAKAMA_TRY(change.classIndex, otherLabel(database, imageId));
            change.mark = std::optional<PictureMark>();
        }
        return writeState(m_catalogue, database, imageId, before,
                          changedState(before, change, EditKind::Relabel), labelOrigin);
    });
}

} // namespace nakama
