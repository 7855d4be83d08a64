#include "core/label/label_csv.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/label/labelling.h"

#include <QString>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace nakama
{

namespace
{

QString folded(const std::string& text)
{
    return QString::fromStdString(text).simplified().toCaseFolded();
}

std::string trimmed(const std::string& text)
{
    return QString::fromStdString(text).trimmed().toStdString();
}

/** A row that can be imported. */
struct GoodRow
{
    const ImageRecord* image;
    Answer answer;
};

/** What rows are checked against. */
struct Known
{
    std::map<std::string, std::vector<const ImageRecord*>> pictures; ///< by id
    std::map<QString, int> classes;                                  ///< by name and aliases, folded
};

Known knownOf(const std::vector<ImageRecord>& images, const std::vector<ClassInfo>& classes)
{
    Known known;
    for (const auto& image : images)
        if (!image.setAside)
            known.pictures[pictureId(image)].push_back(&image);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto index = static_cast<int>(i);
        known.classes.try_emplace(folded(classes[i].name), index);
        known.classes.try_emplace(folded(classes[i].displayName), index);
        for (const auto& alias : classes[i].aliases)
            known.classes.try_emplace(folded(alias), index);
    }
    return known;
}

struct Columns
{
    std::size_t id = 0;
    std::size_t label = 0;
    std::optional<std::size_t> mark;
};

Result<Columns> columnsOf(const CsvRow& header, const std::filesystem::path& file)
{
    const auto column = [&](const char* name) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < header.fields.size(); ++i)
            if (folded(header.fields[i]) == QLatin1String(name))
                return i;
        return std::nullopt;
    };
    const auto id = column("id"), label = column("label");
    if (!id || !label)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the first row has no column '{}'; it has '{}'. Name the columns id and label",
                        id ? "label" : "id", fmt::join(header.fields, "', '")),
            file.string());
    return Columns{*id, *label, column("mark")};
}

/** The answer of a row, or why there is none. */
tl::expected<Answer, std::string> answerOf(const std::string& label, const std::string& mark,
                                           const Known& known)
{
    if (label.empty() == mark.empty())
        return tl::unexpected(std::string(label.empty() ? "it has neither a label nor a mark"
                                                        : "it has both a label and a mark"));
    if (!mark.empty()) {
        for (const auto kind : {AnswerKind::SeveralCharacters, AnswerKind::NoneOfThese, AnswerKind::Unsure})
            if (answerKindName(kind) == mark)
                return Answer{kind};
        return tl::unexpected(fmt::format("'{}' is no mark; give several, none or unsure", mark));
    }
    const auto found = known.classes.find(folded(label));
    if (found == known.classes.end())
        return tl::unexpected(fmt::format("'{}' is no class of this workspace", label));
    return Answer{AnswerKind::Class, found->second};
}

/** The row's picture and answer, or why it is refused. */
tl::expected<GoodRow, std::string> readRow(const CsvRow& row, const Columns& columns, std::size_t fields,
                                           const Known& known, std::set<std::string>& seen)
{
    if (!row.problem.empty())
        return tl::unexpected(row.problem);
    if (row.fields.size() != fields)
        return tl::unexpected(
            fmt::format("it has {} fields where the header has {}", row.fields.size(), fields));
    const auto id = trimmed(row.fields[columns.id]);
    if (id.empty())
        return tl::unexpected(std::string("it has no id"));
    const auto found = known.pictures.find(id);
    if (found == known.pictures.end())
        return tl::unexpected(fmt::format("no picture has the id '{}'", id));
    if (found->second.size() > 1)
        return tl::unexpected(fmt::format("several pictures have the id '{}': {} and {}", id,
                                          found->second[0]->originalName, found->second[1]->originalName));
    if (!seen.insert(id).second)
        return tl::unexpected(fmt::format("the id '{}' came in a row before", id));
    const auto mark = columns.mark ? trimmed(row.fields[*columns.mark]) : std::string();
    const auto answer = answerOf(trimmed(row.fields[columns.label]), mark, known);
    if (!answer)
        return tl::unexpected(answer.error());
    return GoodRow{found->second.front(), *answer};
}

Answer presentAnswer(const ImageRecord& image)
{
    if (image.mark)
        for (const auto kind : {AnswerKind::SeveralCharacters, AnswerKind::NoneOfThese, AnswerKind::Unsure})
            if (answerKindName(kind) == pictureMarkName(*image.mark))
                return {kind};
    return image.classIndex < 0 ? Answer{} : Answer{AnswerKind::Class, image.classIndex};
}

Result<void> write(Catalogue& catalogue, const std::vector<GoodRow>& rows, const LabelImportParams& params,
                   LabelImportResult& result)
{
    auto author = settlingAnnotator;
    if (!params.annotator.empty()) {
        NAKAMA_TRY(const auto annotator, AnswerStore(catalogue).annotator(params.annotator));
        author = annotator.id;
    }
    for (const auto& row : rows) {
        const auto before = presentAnswer(*row.image);
        // What the label is already needs no settling; an annotator's answer counts also where it is.
        if (author == settlingAnnotator && before.agreesWith(row.answer))
            continue;
        NAKAMA_CHECK(recordAnswer(catalogue, author, row.image->id, AnswerPass::First, row.answer,
                                  AnswerOrigin::Table));
        NAKAMA_TRY(const auto now, catalogue.image(row.image->id));
        result.changed += presentAnswer(now).agreesWith(before) ? 0 : 1;
    }
    return {};
}

} // namespace

std::string pictureId(const ImageRecord& image)
{
    return std::filesystem::path(image.originalName).stem().string();
}

Result<int> exportLabels(const Catalogue& catalogue, Pool pool, const std::filesystem::path& file)
{
    ImageFilter filter;
    filter.pool = pool;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::string text = "id,label,mark\n";
    int rows = 0;
    for (const auto& image : images) {
        if (image.setAside || (image.classIndex < 0 && !image.mark))
            continue;
        const auto label =
            image.mark ? std::string() : classes.at(static_cast<std::size_t>(image.classIndex)).name;
        text += csvField(pictureId(image)) + ',' + csvField(label) + ',' +
                (image.mark ? std::string(pictureMarkName(*image.mark)) : "") + '\n';
        ++rows;
    }
    NAKAMA_CHECK(writeFileAtomically(file, text));
    return rows;
}

Result<LabelImportResult> importLabels(Catalogue& catalogue, const LabelImportParams& params)
{
    NAKAMA_TRY(const auto text, readTextFile(params.file));
    if (QString::fromStdString(text).contains(QChar::ReplacementCharacter))
        return fail(ErrorCode::CorruptData, "the file is not valid UTF-8; save it as UTF-8",
                    params.file.string());
    const auto rows = parseCsv(text);
    if (rows.empty())
        return fail(ErrorCode::InvalidArgument, "the file is empty; it needs a header and rows",
                    params.file.string());
    NAKAMA_TRY(const auto columns, columnsOf(rows.front(), params.file));
    LabelImportResult result;
    NAKAMA_CHECK(catalogue.transaction([&]() -> Result<void> {
        ImageFilter filter;
        filter.pool = params.pool;
        NAKAMA_TRY(const auto images, catalogue.images(filter));
        NAKAMA_TRY(const auto classes, catalogue.classes());
        const auto known = knownOf(images, classes);
        std::set<std::string> seen;
        std::vector<GoodRow> good;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            auto row = readRow(rows[i], columns, rows.front().fields.size(), known, seen);
            if (row)
                good.push_back(*row);
            else
                result.rejected.push_back({rows[i].number, row.error()});
        }
        result.labels = static_cast<int>(good.size());
        result.imported = result.rejected.empty() || params.badRows == BadRows::Refused;
        return result.imported ? write(catalogue, good, params, result) : Result<void>();
    }));
    return result;
}

} // namespace nakama
