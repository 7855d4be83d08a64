#include "core/evaluation/html.h"
#include "core/evaluation/report_chart.h"
#include "core/evaluation/report_words.h"
#include "tests/unit/evaluation/example_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <regex>

namespace nakama
{

using test::exampleReport;
using testing::HasSubstr;
using testing::Not;

namespace
{

int occurrences(const std::string& text, const std::string& part)
{
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST(Report, SaysTheResultInWords)
{
    const auto html = reportHtml(exampleReport());
    EXPECT_THAT(html, HasSubstr("<strong>8 of 12</strong>"));
    EXPECT_THAT(html, HasSubstr("(66.7 %)"));
    EXPECT_THAT(html, HasSubstr("95\u00a0% interval on these n\u00a0=\u00a012 pictures"));
    EXPECT_THAT(html, HasSubstr("The weakest class is <strong>Cy</strong> (F1 0.00 on 4 pictures)"));
    EXPECT_THAT(html, HasSubstr("<strong>Cy</strong> taken for <strong>Anna</strong>, 4 of 4"));
    EXPECT_THAT(html, HasSubstr("best: epoch 2"));
}

TEST(Report, ClaimsThatPicturesAreNewOnlyWhereThatIsKnown)
{
    auto data = exampleReport();
    EXPECT_THAT(reportHtml(data), HasSubstr("was not checked"));
    EXPECT_THAT(reportHtml(data), Not(HasSubstr("learned from none of them")));
    data.metrics.groups = 11;
    data.metrics.leakedGroups = 2;
    EXPECT_THAT(reportHtml(data), HasSubstr("But 2 of their 11 groups have a picture among those"));
    EXPECT_THAT(reportHtml(data), Not(HasSubstr("learned from none of them")));
    data.metrics.leakedGroups = 0;
    EXPECT_THAT(reportHtml(data), HasSubstr("The model learned from none of them, nor from a copy of one."));
}

TEST(Report, WarnsOfSplitsThatFlatter)
{
    auto data = exampleReport();
    data.split = "train";
    EXPECT_THAT(reportHtml(data), HasSubstr("learned from these very pictures"));
    data.split = "val";
    EXPECT_THAT(reportHtml(data), HasSubstr("flatter"));
}

TEST(Report, HasEveryCellOfTheMatrixAndEveryClass)
{
    const auto html = reportHtml(exampleReport());
    const auto matrix = html.substr(html.find("class=\"matrix\""));
    EXPECT_EQ(occurrences(matrix, "<rect"), 9);
    EXPECT_THAT(matrix, HasSubstr("<title>Cy taken for Anna: 4 of 4 (100 %)</title>"));
    EXPECT_THAT(matrix, HasSubstr("predicted class"));
    EXPECT_THAT(matrix, HasSubstr("true class"));
    // Weakest first.
    const auto table = html.substr(html.find("<h2>Classes</h2>"));
    EXPECT_LT(table.find("<td>Cy</td>"), table.find("<td>Anna</td>"));
    EXPECT_LT(table.find("<td>Anna</td>"), table.find("<td>Bo</td>"));
}

TEST(Report, RefersToNothingOutside)
{
    auto data = exampleReport();
    data.sample = true;
    data.settings = {{"Weights", "file.pth"}};
    const auto html = reportHtml(data);
    for (const char* word :
         {"http:", "https:", "//", "src=", "href", "url(", "@import", "<script", "<link", "<img", "<iframe"})
        EXPECT_THAT(html, Not(HasSubstr(word)));
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    EXPECT_THAT(html, HasSubstr("prefers-color-scheme:dark"));
}

TEST(Report, EscapesEverythingThatPeopleName)
{
    const std::string evil = "<b onload=\"x\">&'";
    auto data = exampleReport();
    for (auto* field : {&data.title, &data.workspace, &data.runId, &data.model, &data.split, &data.trainedAt,
                        &data.evaluatedAt, &data.configuration})
        *field = evil;
    for (auto& one : data.metrics.perClass)
        one.name = evil;
    data.settings = {{evil, evil}};
    data.data = {{evil, evil}};
    data.notes = {evil};
    const auto html = reportHtml(data);
    EXPECT_THAT(html, Not(HasSubstr("<b onload")));
    EXPECT_THAT(html, Not(HasSubstr("&'")));
    EXPECT_GT(occurrences(html, "&lt;b onload=&quot;x&quot;&gt;&amp;&#39;"), 20);
}

TEST(Report, EachF1SaysItsNumberOfPicturesAndWhatLeaks)
{
    auto data = exampleReport();
    data.metrics.leakedGroups = 0;
    const auto html = reportHtml(data);
    EXPECT_EQ(occurrences(html, "n = 12 · leak-free"), 3);
    EXPECT_EQ(occurrences(html, "95 % interval 0"), 3);
}

TEST(Report, ShowsWorstPicturesCurvesDatesAndTheWholeConfiguration)
{
    const auto html = reportHtml(test::fullReport());
    EXPECT_EQ(occurrences(html, "<figure>"), 6);
    EXPECT_THAT(html, HasSubstr("src=\"data:image/jpeg;base64,/9j/"));
    EXPECT_THAT(html, HasSubstr("<strong>Хлоя</strong> 3 %<br>answered ルフィ, 91 %"));
    EXPECT_THAT(html, HasSubstr("<small>by someone, https://booru.example/posts/1</small>"));
    EXPECT_EQ(occurrences(html, "<small>"), 3); // where it is known
    EXPECT_THAT(html, HasSubstr("Precision over recall"));
    EXPECT_THAT(html, HasSubstr("How often answers are right"));
    EXPECT_THAT(html, HasSubstr("<title>12 answers of"));
    EXPECT_THAT(html, HasSubstr("Average precision</th>"));
    EXPECT_THAT(html, HasSubstr("evaluated 2026-01-31 12:00 UTC"));
    EXPECT_THAT(html, HasSubstr("<pre>{\n  &quot;model&quot;"));
}

TEST(Report, SampleIsLabelledAndEmptyPartsAreLeftOut)
{
    auto data = exampleReport();
    EXPECT_THAT(reportHtml(data), Not(HasSubstr("class=\"badge\"")));
    EXPECT_THAT(reportHtml(data), Not(HasSubstr("<h2>Settings</h2>")));
    data.sample = true;
    data.epochs.clear();
    data.settings = {{"Seed", "1"}};
    const auto html = reportHtml(data);
    EXPECT_THAT(html, HasSubstr("class=\"badge\">Sample<"));
    EXPECT_THAT(html, HasSubstr("<h2>Settings</h2>"));
    EXPECT_THAT(html, Not(HasSubstr("<h2>Training</h2>")));
}

TEST(Report, TagsAreBalanced)
{
    const auto html = reportHtml(test::fullReport());
    for (const std::string tag : {"section", "div", "svg", "g", "text", "table", "tr", "td", "p", "strong",
                                  "ul", "figure", "figcaption", "small", "details", "pre"}) {
        const std::regex opening("<" + tag + "[ >]");
        const auto opened = std::distance(std::sregex_iterator(html.begin(), html.end(), opening), {});
        EXPECT_EQ(opened, occurrences(html, "</" + tag + ">")) << tag;
    }
}

TEST(Confusions, MostFrequentFirstThenTheLargerShare)
{
    Metrics metrics;
    metrics.perClass = {{"A", 0, 0, 0, 10}, {"B", 0, 0, 0, 5}, {"C", 0, 0, 0, 9}};
    metrics.confusion = {{8, 2, 0}, {2, 3, 0}, {3, 0, 6}};
    const auto list = confusionsByCount(metrics);
    ASSERT_EQ(list.size(), 3u);
    EXPECT_EQ(list[0].truth, 2u);
    EXPECT_EQ(list[1].truth, 1u);
    EXPECT_EQ(list[2].truth, 0u);
}

TEST(Chart, TicksAreRoundAndCoverTheRange)
{
    EXPECT_EQ(axisTicks(0, 2.5), (std::vector<double>{0, 0.5, 1, 1.5, 2, 2.5}));
    EXPECT_EQ(axisTicks(0, 9), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    for (const double high : {1e-6, 0.013, 0.99, 3.0, 47.0, 1e9}) {
        const auto ticks = axisTicks(0, high);
        EXPECT_GE(ticks.back(), high * 0.999);
        EXPECT_GE(ticks.size(), 4u) << high;
        EXPECT_LE(ticks.size(), 8u) << high;
    }
    EXPECT_EQ(axisTicks(0, 0).front(), 0);
    EXPECT_GT(axisTicks(0, 0).back(), 0);
}

TEST(Chart, AValueThatIsNotFiniteLeavesAGap)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto svg = lineChartSvg({"Loss", {1, 2, 3, 4}, {{"training", "c1", {2, nan, 1, 0.5}}}, 2});
    const auto path = svg.substr(svg.find("class=\"curve c1\" d=\"M", svg.find("epoch")));
    EXPECT_EQ(occurrences(path.substr(0, path.find("\"/>")), "M"), 2);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(lineChartSvg({"Loss", {1}, {{"training", "c1", {nan}}}}), Not(HasSubstr("nan")));
    EXPECT_EQ(lineChartSvg({"Loss", {}, {}}), "");
}

TEST(Html, ShortensByCharactersNotBytes)
{
    EXPECT_EQ(shortened("Zoë", 3), "Zoë");
    EXPECT_EQ(shortened("ëëëëë", 3), "ëë…");
    EXPECT_EQ(shortened("", 3), "");
}

} // namespace nakama
