#pragma once

#include "core/base/result.h"
#include "core/evaluation/report.h"

#include <string>

namespace nakama
{

/**
 * The report as the bytes of a PDF, A4. libnakama-report-pdf.so draws it, which is loaded at the first call:
 * what it draws with would slow down the start of programs that make no report. Errors: NotFound and
 * Unsupported for that library; Internal where drawing fails.
 */
Result<std::string> reportPdf(const ReportData& data);

/** What the library exports: false with problem set where drawing fails. */
using DrawReportPdf = bool (*)(int interface, const ReportData& data, std::string& pdf, std::string& problem);
inline constexpr auto drawReportPdfSymbol = "nakamaDrawReportPdf";
inline constexpr int reportPdfInterface = 1; ///< to be raised with every change of ReportData

} // namespace nakama
