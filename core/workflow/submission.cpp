#include "core/workflow/submission.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace nakama
{

namespace
{

/** ASCII alone: names in other scripts are written by their samples as by people. */
std::string folded(const std::string& text)
{
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
}

} // namespace

Result<Submission> Submission::like(const std::filesystem::path& sample)
{
    NAKAMA_TRY(const auto text, readTextFile(sample));
    const auto table = parseCsv(text);
    if (table.size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    "a sample has a header and a row for each picture; this file has none", sample.string());
    if (const auto& header = table.front().fields; header.size() != 2)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a sample has two columns, id and answer; this one has {}: {}", header.size(),
                                fmt::join(header, ", ")),
                    sample.string());

    Submission submission;
    submission.m_sample = sample;
    submission.m_header = {table.front().fields[0], table.front().fields[1]};
    for (std::size_t i = 1; i < table.size(); ++i) {
        const auto& row = table[i];
        const auto bad = [&](const std::string& reason) {
            return fail(ErrorCode::CorruptData, fmt::format("row {}: {}", row.number, reason),
                        sample.string());
        };
        if (!row.problem.empty())
            return bad(row.problem);
        if (row.fields.size() != 2)
            return bad(fmt::format("it has {} fields, not 2", row.fields.size()));
        const auto& id = row.fields[0];
        if (id.empty())
            return bad("it has no id");
        if (!submission.m_rowOf.try_emplace(id, submission.m_rows.size()).second)
            return bad(fmt::format("the id '{}' came before", id));
        submission.m_rows.push_back({id, row.fields[1], {}, false});
        submission.m_spelling.try_emplace(folded(row.fields[1]), row.fields[1]);
    }
    return submission;
}

Result<std::optional<std::size_t>> Submission::claim(const std::string& fileName)
{
    const std::filesystem::path path(fileName);
    auto found = m_rowOf.find(path.stem().string());
    if (found == m_rowOf.end())
        found = m_rowOf.find(path.filename().string());
    if (found == m_rowOf.end())
        return std::nullopt;
    auto& row = m_rows[found->second];
    if (!row.picture.empty())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("two pictures have the id '{}', {} and {}; take one of them out", row.id,
                                row.picture, fileName),
                    m_sample.string());
    row.picture = fileName;
    return found->second;
}

void Submission::answer(std::size_t row, const std::string& className)
{
    const auto spelling = m_spelling.find(folded(className));
    m_rows[row].answer = spelling == m_spelling.end() ? className : spelling->second;
    m_rows[row].answered = true;
}

std::vector<std::string> Submission::missing() const
{
    std::vector<std::string> ids;
    for (const auto& row : m_rows)
        if (!row.answered)
            ids.push_back(row.id);
    return ids;
}

std::string Submission::csv() const
{
    std::string csv = csvField(m_header[0]) + "," + csvField(m_header[1]) + "\n";
    for (const auto& row : m_rows)
        csv += csvField(row.id) + "," + csvField(row.answer) + "\n";
    return csv;
}

} // namespace nakama
