#pragma once

#include "core/base/result.h"
#include "core/collect/import_job.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nakama
{

/** One good row of a label file. */
struct CsvLabel
{
    int row = 0;
    std::string file; ///< as written
    std::string label;
};

/**
 * Labels from a CSV with a header: a column that names the file or its id (with or without ending, with or
 * without folders) and a column with the label, as Kaggle's `id,label`.
 */
class CsvLabels
{
public:
    /** Errors: NotFound, Io, InvalidArgument (no such columns; says which there are), CorruptData (not
     * UTF-8). */
    static Result<CsvLabels> read(const std::filesystem::path& path);

    /** The row that names this file, by as much of its path as the row has; null for none. */
    const CsvLabel* find(const std::string& name) const;

    /** Rows that were refused, each with its number and reason. */
    const std::vector<SkippedFile>& refused() const { return m_refused; }
    const std::map<std::string, CsvLabel>& rows() const { return m_rows; }
    const std::filesystem::path& path() const { return m_path; }
    /** How reports name a row: "labels.csv, row 7". */
    std::string rowName(int row) const;

private:
    void add(int row, const std::string& file, const std::string& label);

    std::filesystem::path m_path;
    std::map<std::string, CsvLabel> m_rows; ///< by file, with '/' and without "./"
    std::vector<SkippedFile> m_refused;
};

} // namespace nakama
