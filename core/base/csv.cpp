#include "core/base/csv.h"

#include <algorithm>
#include <array>

namespace nakama
{

namespace
{

char delimiterOf(std::string_view text)
{
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view candidates = ",;\t";
    bool quoted = false;
    for (const char character : text) {
        if (character == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (character == '\n' || character == '\r')
            break;
        if (const auto index = candidates.find(character); index != std::string_view::npos)
            ++counts[index];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                               counts.begin())];
}

class Parser
{
public:
    Parser(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    std::vector<CsvRow> rows()
    {
        std::vector<CsvRow> rows;
        for (int number = 1; m_position < m_text.size(); ++number) {
            CsvRow row = readRow();
            row.number = number;
            const bool blank = row.fields.size() == 1 && row.fields.front().empty() && row.problem.empty();
            if (!blank)
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool atEnd() const { return m_position >= m_text.size(); }
    bool atLineEnd() const { return atEnd() || m_text[m_position] == '\n' || m_text[m_position] == '\r'; }

    CsvRow readRow()
    {
        CsvRow row;
        while (true) {
            row.fields.push_back(!atEnd() && m_text[m_position] == '"' ? quotedField(row) : plainField());
            if (atLineEnd())
                break;
            ++m_position; // the delimiter
        }
        if (!atEnd() && m_text[m_position++] == '\r' && !atEnd() && m_text[m_position] == '\n')
            ++m_position;
        return row;
    }

    std::string plainField()
    {
        const auto start = m_position;
        while (!atLineEnd() && m_text[m_position] != m_delimiter)
            ++m_position;
        return std::string(m_text.substr(start, m_position - start));
    }

    std::string quotedField(CsvRow& row)
    {
        std::string field;
        for (++m_position; !atEnd(); ++m_position) {
            if (m_text[m_position] != '"') {
                field += m_text[m_position];
                continue;
            }
            if (m_position + 1 < m_text.size() && m_text[m_position + 1] == '"') {
                field += m_text[++m_position];
                continue;
            }
            ++m_position;
            if (!atLineEnd() && m_text[m_position] != m_delimiter) {
                row.problem = "there is text after a closing quote";
                field += plainField();
            }
            return field;
        }
        row.problem = "a quote that opens here is never closed";
        return field;
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_position = 0;
};

} // namespace

std::vector<CsvRow> parseCsv(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    return Parser(text, delimiterOf(text)).rows();
}

std::string csvField(std::string_view value)
{
    if (value.find_first_of(",;\t\"\r\n") == std::string_view::npos)
        return std::string(value);
    std::string quoted = "\"";
    for (const char character : value) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

} // namespace nakama
