#include "core/evaluation/pdf/parts.h"
#include "core/evaluation/pdf/tiles.h"
#include "core/evaluation/report_pdf.h"

#include <fmt/format.h>

#include <exception>

namespace nakama
{

namespace
{

struct Drawn
{
    std::string bytes;
    int pages = 0;
};

Drawn draw(const ReportData& data, int pages)
{
    Paper paper({data.title,
                 fmt::format("Nakama · {} on the {} split · {}", data.model, data.split, data.runId),
                 data.evaluatedAt, pages});
    addTitle(paper, data);
    addSummary(paper, data);
    addTiles(paper, data);
    addNotes(paper, data);
    addProbabilities(paper, data);
    addMatrix(paper, data);
    addClasses(paper, data);
    addWorstPictures(paper, data);
    addTraining(paper, data);
    addClassCounts(paper, data);
    addSettings(paper, data);
    const int drawn = paper.page();
    return {paper.finish(), drawn};
}

} // namespace

} // namespace nakama

extern "C" __attribute__((visibility("default"))) bool
nakamaDrawReportPdf(int interface, const nakama::ReportData& data, std::string& pdf, std::string& problem)
{
    if (interface != nakama::reportPdfInterface) {
        problem = "the library belongs to another version of Nakama; build Nakama again";
        return false;
    }
    try {
        // Twice, since how many pages there are is known at the end only.
        pdf = nakama::draw(data, nakama::draw(data, 0).pages).bytes;
        return true;
    } catch (const std::exception& error) {
        problem = error.what();
        return false;
    }
}
