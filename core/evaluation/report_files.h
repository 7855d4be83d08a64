#pragma once

#include "core/base/result.h"
#include "core/evaluation/report.h"

#include <filesystem>
#include <string>

namespace nakama
{

struct WrittenReport
{
    std::filesystem::path page; ///< report.html
    std::string warning;        ///< why there is no report.pdf beside it; empty where there is one
};

/**
 * Writes report.html and report.pdf into a folder, and beside them metrics.json, results.csv, classes.csv,
 * precision-recall.csv, reliability.csv, and the tables as tables.md and tables.tex (for the booktabs
 * package), each atomically. Errors: NotFound, Io, DiskFull.
 */
Result<WrittenReport> writeReport(const ReportData& data, const std::filesystem::path& folder);

} // namespace nakama
