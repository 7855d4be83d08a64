#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** The id by which Kaggle knows a picture: its original file name without folders and ending. */
std::string pictureId(const ImageRecord& image);

/**
 * Writes the labels of a pool as CSV: id, label, mark (several, none or unsure, where there is no label).
 * Pictures without either, or set aside, are left out. Returns the rows. Errors: Io, DiskFull.
 */
Result<int> exportLabels(const Catalogue& catalogue, Pool pool, const std::filesystem::path& file);

struct RejectedRow
{
    int row = 0; ///< from 1, as a spreadsheet counts; the header is 1
    std::string reason;
};

enum class BadRows {
    Refused,   ///< bad rows are reported, the good ones imported
    RefuseAll, ///< one bad row, and nothing is imported
};

struct LabelImportParams
{
    std::filesystem::path file;
    Pool pool = Pool::TrueTest;
    /** Whose answers the rows are; empty: they settle the pictures whatever annotators say. */
    std::string annotator;
    BadRows badRows = BadRows::Refused;
};

struct LabelImportResult
{
    int labels = 0;  ///< good rows
    int changed = 0; ///< pictures with another label or mark than before
    std::vector<RejectedRow> rejected;
    bool imported = false; ///< false where bad rows made it refuse all
};

/**
 * Reads such a CSV, or Kaggle's id,label, in one transaction: all good rows or none. A row is bad where its
 * id is no picture of the pool, or several are; where its class is unknown; where it has neither label nor
 * mark; where its id came before. Errors: NotFound, Io, InvalidArgument (no such columns; says which there
 * are), CorruptData (not UTF-8).
 */
Result<LabelImportResult> importLabels(Catalogue& catalogue, const LabelImportParams& params);

} // namespace nakama
