#include "core/collect/csv_labels.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/collect/import_names.h"

#include <QString>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace nakama
{

namespace
{

constexpr std::uintmax_t maxBytes = std::uintmax_t{256} << 20;

constexpr std::array<std::string_view, 11> fileColumns{"file",       "filename", "file_name", "filepath",
                                                       "path",       "image",    "image_id",  "image_name",
                                                       "image_path", "img",      "id"};
constexpr std::array<std::string_view, 8> labelColumns{"label",     "class",  "class_name", "category",
                                                       "character", "target", "labels",     "name"};

std::string trimmed(const std::string& text)
{
    return QString::fromStdString(text).trimmed().toStdString();
}

std::optional<std::size_t> columnOf(const CsvRow& header, const auto& names)
{
    for (const auto name : names)
        for (std::size_t i = 0; i < header.fields.size(); ++i)
            if (QString::fromStdString(header.fields[i]).trimmed().toLower().toStdString() == name)
                return i;
    return std::nullopt;
}

/** Folders with '/', without "./" before them. */
std::string fileKey(const std::string& file)
{
    auto slashes = file;
    std::replace(slashes.begin(), slashes.end(), '\\', '/');
    std::string key;
    for (const auto& part : pathParts(slashes))
        key += (key.empty() ? "" : "/") + part;
    return key;
}

std::string withoutEnding(const std::string& name)
{
    const auto dot = name.rfind('.');
    const auto slash = name.rfind('/');
    return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? name
                                                                                   : name.substr(0, dot);
}

} // namespace

Result<CsvLabels> CsvLabels::read(const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto text, readTextFile(path, maxBytes));
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return fail(ErrorCode::CorruptData, "the file is UTF-16; save it as UTF-8", path.string());
    const auto rows = parseCsv(text);
    if (rows.empty())
        return fail(ErrorCode::InvalidArgument, "the file is empty; it needs a header and rows",
                    path.string());
    const auto& header = rows.front();
    const auto file = columnOf(header, fileColumns);
    const auto label = columnOf(header, labelColumns);
    if (!file || !label) {
        std::string present;
        for (const auto& field : header.fields)
            present += (present.empty() ? "'" : ", '") + displayName(field) + "'";
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the first row has no column called {}; it has {}. Name the columns 'file' (or 'id') "
                        "and 'label'",
                        file ? "'label'" : "'file' or 'id'", present),
            path.string());
    }
    CsvLabels labels;
    labels.m_path = path;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const auto refuse = [&](std::string reason) {
            labels.m_refused.push_back({labels.rowName(row.number), std::move(reason)});
        };
        if (!row.problem.empty())
            refuse(row.problem);
        else if (row.fields.size() != header.fields.size())
            refuse(fmt::format("it has {} fields where the header has {}", row.fields.size(),
                               header.fields.size()));
        else
            labels.add(row.number, trimmed(row.fields[*file]), trimmed(row.fields[*label]));
    }
    return labels;
}

std::string CsvLabels::rowName(int row) const
{
    return fmt::format("{}, row {}", m_path.filename().string(), row);
}

void CsvLabels::add(int row, const std::string& file, const std::string& label)
{
    const auto refuse = [&](std::string reason) { m_refused.push_back({rowName(row), std::move(reason)}); };
    if (QString::fromStdString(file + label).contains(QChar::ReplacementCharacter))
        return refuse("it is not valid UTF-8");
    if (file.empty())
        return refuse("it names no file");
    if (label.empty())
        return refuse(fmt::format("the label of '{}' is empty", file));
    const auto [known, isNew] = m_rows.try_emplace(fileKey(file), CsvLabel{row, file, label});
    if (!isNew && known->second.label != label)
        refuse(fmt::format("'{}' has the label '{}' already, from row {}", file, known->second.label,
                           known->second.row));
}

const CsvLabel* CsvLabels::find(const std::string& name) const
{
    for (std::string_view rest = name;;) {
        for (const auto& key : {std::string(rest), withoutEnding(std::string(rest))})
            if (const auto found = m_rows.find(key); found != m_rows.end())
                return &found->second;
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos)
            return nullptr;
        rest.remove_prefix(slash + 1);
    }
}

} // namespace nakama
