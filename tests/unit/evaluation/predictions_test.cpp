#include "core/base/atomic_file.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/predictions.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace nakama
{

TEST(Prediction, ProbabilitiesAreASoftmax)
{
    const Prediction prediction{"", "", -1, {1, 2, 3}};
    const auto probabilities = prediction.probabilities();
    ASSERT_EQ(probabilities.size(), 3u);
    EXPECT_NEAR(std::accumulate(probabilities.begin(), probabilities.end(), 0.0), 1, 1e-15);
    EXPECT_NEAR(probabilities[2] / probabilities[0], std::exp(2), 1e-12);

    const auto extreme = Prediction{"", "", -1, {1e30f, 0, -1e30f}}.probabilities();
    EXPECT_EQ(extreme, (std::vector<double>{1, 0, 0}));
    EXPECT_TRUE(Prediction{}.probabilities().empty());
}

TEST(Prediction, TheFirstOfEqualsIsPredicted)
{
    EXPECT_EQ((Prediction{"", "", -1, {1, 5, 5}}.predicted()), 1);
}

TEST(PredictionsCsv, QuotesWhatNeedsItAndLeavesUnknownLabelsEmpty)
{
    test::TemporaryFolder folder;
    const PredictionTable table{
        {"Anna", "Bo, \"the\" cat"},
        {{"aa", "one,two.png", 1, {0, 0}}, {"bb", "plain.png", -1, {0, std::log(3.0f)}}}};
    ASSERT_TRUE(writePredictionsCsv(table, folder / "p.csv"));
    EXPECT_EQ(readTextFile(folder / "p.csv").value(),
              "id,file,label,predicted,Anna,\"Bo, \"\"the\"\" cat\"\n"
              "aa,\"one,two.png\",\"Bo, \"\"the\"\" cat\",Anna,0.5,0.5\n"
              "bb,plain.png,,\"Bo, \"\"the\"\" cat\",0.25,0.75\n");
}

TEST(PredictionsCsv, ReadsBackWhatItWrote)
{
    test::TemporaryFolder folder;
    const PredictionTable table{{"Anna", "Bo, \"the\"\ncat", "Cy"},
                                {{"aa", "one,\ntwo.png", 1, {-3.25f, 0.5f, 0.25f}},
                                 {"bb", "plain.png", -1, {900, -900, 899.5f}},
                                 {"cc", "", 2, {0, 0, 0}}}};
    ASSERT_TRUE(writePredictionsCsv(table, folder / "p.csv"));
    const auto read = readPredictionsCsv(folder / "p.csv");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->classes, table.classes);
    ASSERT_EQ(read->rows.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read->rows[i].id, table.rows[i].id);
        EXPECT_EQ(read->rows[i].file, table.rows[i].file);
        EXPECT_EQ(read->rows[i].label, table.rows[i].label);
        EXPECT_EQ(read->rows[i].predicted(), table.rows[i].predicted());
        const auto expected = table.rows[i].probabilities();
        const auto probabilities = read->rows[i].probabilities();
        for (std::size_t k = 0; k < 3; ++k)
            EXPECT_NEAR(probabilities[k], expected[k], 1e-7);
    }
    EXPECT_TRUE(computeMetrics(*read)); // also a probability of 0 is a finite logit
}

TEST(PredictionsCsv, WhatIsNoPredictionsFileIsNamedWithItsLine)
{
    test::TemporaryFolder folder;
    const std::string header = "id,file,label,predicted,A,B\n";
    const auto problem = [&](const std::string& text) {
        EXPECT_TRUE(writeFileAtomically(folder / "p.csv", text));
        const auto read = readPredictionsCsv(folder / "p.csv");
        EXPECT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::CorruptData);
        return read.error().message;
    };
    EXPECT_THAT(problem("name,rank\n"), testing::HasSubstr("line 1"));
    EXPECT_THAT(problem(""), testing::HasSubstr("line 1"));
    EXPECT_THAT(problem(header + "a,b,A,A,0.5,0.5\nb,b,A,A,0.5"), testing::HasSubstr("line 3"));
    EXPECT_THAT(problem(header + "a,b,C,A,0.5,0.5\n"), testing::HasSubstr("no class 'C'"));
    EXPECT_THAT(problem(header + "a,b,A,A,0.5,half\n"), testing::HasSubstr("'half'"));
    EXPECT_THAT(problem(header + "a,b,A,A,0.5,1.5\n"), testing::HasSubstr("'1.5'"));
    EXPECT_THAT(problem(header + "a,\"b,A,A,0.5,0.5\n"), testing::HasSubstr("line 2"));
    EXPECT_EQ(readPredictionsCsv(folder / "none.csv").error().code, ErrorCode::NotFound);
}

TEST(PredictionsCsv, AMissingFolderIsAnError)
{
    test::TemporaryFolder folder;
    const auto written = writePredictionsCsv({}, folder / "missing" / "p.csv");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::NotFound);
}

} // namespace nakama
