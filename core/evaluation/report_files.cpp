#include "core/evaluation/report_files.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/curves_csv.h"
#include "core/evaluation/report_pdf.h"
#include "core/evaluation/result_table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

Result<WrittenReport> writeReport(const ReportData& data, const std::filesystem::path& folder)
{
    const ResultTable results{fmt::format("{}, n = {}", data.split, data.metrics.n),
                              {{data.model, data.metrics}}};
    NAKAMA_CHECK(writeFileAtomically(folder / "metrics.json", nlohmann::json(data.metrics).dump(2) + "\n"));
    NAKAMA_CHECK(writeFileAtomically(folder / "results.csv", csvOf(results)));
    NAKAMA_CHECK(writeFileAtomically(folder / "classes.csv", csvOf(data.metrics)));
    NAKAMA_CHECK(
        writeFileAtomically(folder / "precision-recall.csv", csvOf(data.metrics, data.precisionRecall)));
    NAKAMA_CHECK(writeFileAtomically(folder / "reliability.csv", csvOf(data.reliability)));
    NAKAMA_CHECK(
        writeFileAtomically(folder / "tables.md", markdownOf(results) + "\n" + markdownOf(data.metrics)));
    NAKAMA_CHECK(writeFileAtomically(folder / "tables.tex", latexOf(results) + "\n" + latexOf(data.metrics)));
    WrittenReport written{folder / "report.html", {}};
    const auto pdf = folder / "report.pdf";
    if (const auto drawn = reportPdf(data)) {
        NAKAMA_CHECK(writeFileAtomically(pdf, *drawn));
    } else {
        written.warning = "The report was not made as PDF: " + drawn.error().text();
        std::error_code missing;
        std::filesystem::remove(pdf, missing); // one of an older evaluation would say something else
    }
    NAKAMA_CHECK(writeFileAtomically(written.page, reportHtml(data)));
    return written;
}

} // namespace nakama
