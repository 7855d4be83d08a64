#include "core/base/atomic_file.h"
#include "core/evaluation/predictions.h"
#include "tests/support/temporary_folder.h"

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

TEST(PredictionsCsv, AMissingFolderIsAnError)
{
    test::TemporaryFolder folder;
    const auto written = writePredictionsCsv({}, folder / "missing" / "p.csv");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::NotFound);
}

} // namespace nakama
