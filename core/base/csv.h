#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** One record of a CSV text. */
struct CsvRow
{
    int number = 0; ///< from 1, as a spreadsheet counts; the header is 1
    std::vector<std::string> fields;
    std::string problem; ///< why the row cannot be trusted; empty for a good one
};

/**
 * Reads RFC 4180: quoted fields with doubled quotes, commas and line ends in them; LF, CRLF or CR; a UTF-8
 * byte order mark. Also what is met in practice: semicolons or tabs between the fields (whichever the first
 * row has most of), no line end at the end. Blank rows are left out. A malformed row is marked, never
 * repaired.
 */
std::vector<CsvRow> parseCsv(std::string_view text);

/** The value as a field of a row, quoted where it must be. */
std::string csvField(std::string_view value);

} // namespace nakama
