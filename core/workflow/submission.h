#pragma once

#include "core/base/result.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace nakama
{

/**
 * A table for a competition, like its sample file: the same header, the same ids in the same order. A row
 * that gets no answer keeps that of the sample, so that the table stays valid, and is named as missing.
 */
class Submission
{
public:
    /**
     * Reads a sample: CSV of two columns, id and answer. Errors: NotFound, Io, InvalidArgument (not two
     * columns, no rows), CorruptData (a row that cannot be read, an id that comes twice; with the row).
     */
    static Result<Submission> like(const std::filesystem::path& sample);

    std::size_t rows() const { return m_rows.size(); }
    /**
     * The row that a picture is to answer, by its file name, with ending or without; nothing where it is not
     * asked for. Error: InvalidArgument where another picture has that row.
     */
    Result<std::optional<std::size_t>> claim(const std::string& fileName);
    /** Class names are written as the sample writes them. */
    void answer(std::size_t row, const std::string& className);

    std::vector<std::string> missing() const;
    std::string csv() const;

private:
    struct Row
    {
        std::string id;
        std::string answer;
        std::string picture; ///< file name; empty: none yet
        bool answered = false;
    };

    std::filesystem::path m_sample;
    std::array<std::string, 2> m_header;
    std::vector<Row> m_rows;
    std::unordered_map<std::string, std::size_t> m_rowOf;    ///< by id
    std::unordered_map<std::string, std::string> m_spelling; ///< of answers, by folded name
};

} // namespace nakama
