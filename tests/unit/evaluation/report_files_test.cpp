#include "core/base/atomic_file.h"
#include "core/evaluation/report_files.h"
#include "core/evaluation/report_pdf.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/evaluation/example_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

namespace nakama
{

using testing::HasSubstr;
using testing::StartsWith;

namespace
{

std::ptrdiff_t lines(const std::string& text)
{
    return std::count(text.begin(), text.end(), '\n');
}

/** As the PDF's own tree of pages says. */
int pagesOf(const std::string& pdf)
{
    std::smatch found;
    if (!std::regex_search(pdf, found, std::regex("/Type /Pages[^>]*/Count ([0-9]+)")))
        return 0;
    return std::stoi(found[1]);
}

/** The text of a PDF by poppler's pdftotext; nothing where that is not installed. */
std::string textOfPdf(const std::string& pdf)
{
    test::TemporaryFolder folder;
    if (!std::filesystem::exists("/usr/bin/pdftotext") || !writeFileAtomically(folder / "a.pdf", pdf))
        return {};
    return test::runProcess("/usr/bin/pdftotext", {"-layout", (folder / "a.pdf").string(), "-"}).out;
}

} // namespace

TEST(ReportFiles, LieBesideThePage)
{
    test::TemporaryFolder folder;
    const auto data = test::fullReport();
    const auto written = writeReport(data, folder.path());
    ASSERT_TRUE(written) << written.error().text();
    EXPECT_EQ(written->warning, "");
    EXPECT_EQ(written->page, folder / "report.html");
    EXPECT_EQ(readTextFile(written->page).value(), reportHtml(data));
    EXPECT_THAT(readTextFile(folder / "report.pdf").value(), StartsWith("%PDF-"));
    EXPECT_THAT(readTextFile(folder / "metrics.json").value(), HasSubstr("\"average_precision\""));
    EXPECT_THAT(readTextFile(folder / "results.csv").value(), HasSubstr(",216,leak-free,0,216,"));
    const auto classes = readTextFile(folder / "classes.csv").value();
    EXPECT_THAT(classes, StartsWith("class,precision,recall,f1,average_precision,support\n"));
    EXPECT_EQ(lines(classes), 19);
    const auto curves = readTextFile(folder / "precision-recall.csv").value();
    EXPECT_THAT(curves, StartsWith("class,threshold,precision,recall\nルフィ,"));
    EXPECT_EQ(lines(curves), 1 + 18 * 216); // no two pictures have the same probability
    EXPECT_THAT(readTextFile(folder / "reliability.csv").value(),
                StartsWith("low,high,n,confidence,accuracy\n0,0.066666667,"));
    EXPECT_THAT(readTextFile(folder / "tables.md").value(), HasSubstr("| AP | n |"));
    EXPECT_THAT(readTextFile(folder / "tables.tex").value(), HasSubstr("\\toprule"));
    EXPECT_EQ(writeReport(data, folder / "missing").error().code, ErrorCode::NotFound);
}

TEST(ReportPdf, HasPagesAndTheReportsNames)
{
    const auto pdf = reportPdf(test::fullReport());
    ASSERT_TRUE(pdf) << pdf.error().text();
    EXPECT_THAT(*pdf, StartsWith("%PDF-"));
    EXPECT_GE(pagesOf(*pdf), 5);
    EXPECT_LE(pagesOf(*pdf), 9);
    EXPECT_EQ(reportPdf(test::fullReport()).value(), *pdf) << "the same report gives the same bytes";
    const auto text = textOfPdf(*pdf);
    if (text.empty())
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    for (const char* part :
         {"One Piece, eighteen characters", "Macro-F1", "n = 216 · leak-free", "Confusion matrix", "Хлоя",
          "ルフィ", "Worst pictures", "by someone", "kept together in one part", "\"setting_79\": 79",
          "Page 2 of ", "Precision over recall"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(ReportPdf, TablesGoOnOverPagesWithTheirTitles)
{
    const auto text = textOfPdf(reportPdf(test::fullReport(100)).value());
    if (text.empty())
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    int titles = 0;
    for (auto at = text.find("Recall"); at != std::string::npos; at = text.find("Recall", at + 1))
        ++titles;
    EXPECT_GE(titles, 3);
    EXPECT_THAT(text, HasSubstr("class 99"));
}

TEST(ReportPdf, DrawsWhatIsThereWithoutTheRest)
{
    const auto bare = reportPdf(test::exampleReport());
    ASSERT_TRUE(bare) << bare.error().text();
    EXPECT_GE(pagesOf(*bare), 1);

    ReportData nothing;
    nothing.metrics.perClass = {{"A", 0, 0, 0, 1}};
    nothing.metrics.confusion = {{1}};
    EXPECT_TRUE(reportPdf(nothing));

    auto odd = test::fullReport(2);
    odd.title = "torn \xff bytes \x01 and <b>tags & \"quotes\"";
    odd.metrics.perClass[0].name = "\xe3\x83";
    odd.worst[0].jpeg = {std::byte{1}, std::byte{2}};
    odd.worst[1].width = 0;
    odd.data.emplace_back("Long", std::string(20'000, 'x'));
    const auto pdf = reportPdf(odd);
    ASSERT_TRUE(pdf) << pdf.error().text();
    if (const auto text = textOfPdf(*pdf); !text.empty()) {
        EXPECT_THAT(text, HasSubstr("and <b>tags & \"quotes\""));
    }
}

} // namespace nakama
