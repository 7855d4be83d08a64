#include "core/label/agreement.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::vector<int> ratingsOf(int rater)
{
    std::vector<int> ratings;
    for (int i = 0; i < 300; ++i) {
        const int truth = (i * 7 + i / 5) % 18;
        if (rater == 1 && i % 6 == 0)
            ratings.push_back((truth * 5 + 3) % 18);
        else if (rater == 2 && i % 9 == 0)
            ratings.push_back((truth + 1) % 18);
        else
            ratings.push_back(truth);
    }
    return ratings;
}

std::vector<std::pair<int, int>> pairsOf(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < a.size(); ++i)
        pairs.emplace_back(a[i], b[i]);
    return pairs;
}

AnswerRecord answer(std::int64_t annotator, std::int64_t picture, Answer said,
                    AnswerPass pass = AnswerPass::First)
{
    return {0, annotator, picture, pass, std::move(said), {}};
}

Answer ofClass(int index)
{
    return {AnswerKind::Class, index};
}

} // namespace

// sklearn.metrics.cohen_kappa_score 1.2.1 on the same ratings.
TEST(CohenKappa, IsThatOfScikitLearn)
{
    EXPECT_NEAR(*cohenKappa(pairsOf({0, 1, 2, 2, 1, 0, 3, 3, 2, 1, 0, -2, 2, 2, 1},
                                    {0, 1, 2, 1, 1, 0, 3, 2, 2, 1, 3, -2, -2, 2, 0})),
                0.5689655172413792, 1e-12);
    EXPECT_NEAR(*cohenKappa(pairsOf(ratingsOf(0), ratingsOf(1))), 0.7967479674796748, 1e-12);
}

TEST(CohenKappa, IsUndefinedWhereChanceExplainsAll)
{
    EXPECT_FALSE(cohenKappa({}));
    EXPECT_FALSE(cohenKappa({{3, 3}, {3, 3}}));
    EXPECT_DOUBLE_EQ(*cohenKappa({{1, 1}, {2, 2}}), 1);
}

// The example of Fleiss' article (1971), and the formula of statsmodels' fleiss_kappa run with NumPy.
TEST(FleissKappa, IsThatOfTheArticleAndOfStatsmodels)
{
    EXPECT_NEAR(*fleissKappa({{0, 0, 0, 0, 14},
                              {0, 2, 6, 4, 2},
                              {0, 0, 3, 5, 6},
                              {0, 3, 9, 2, 0},
                              {2, 2, 8, 1, 1},
                              {7, 7, 0, 0, 0},
                              {3, 2, 6, 3, 0},
                              {2, 5, 3, 2, 2},
                              {6, 5, 2, 1, 0},
                              {0, 2, 2, 3, 7}}),
                0.20993070442195522, 1e-12);
    std::vector<std::vector<int>> counts(300, std::vector<int>(18));
    for (int rater = 0; rater < 3; ++rater)
        for (std::size_t i = 0; i < 300; ++i)
            ++counts[i][static_cast<std::size_t>(ratingsOf(rater)[i])];
    EXPECT_NEAR(*fleissKappa(counts), 0.796993289873864, 1e-12);
}

TEST(FleissKappa, IsUndefinedForUnequalNumbersOfRatersOrOneCategory)
{
    EXPECT_FALSE(fleissKappa({}));
    EXPECT_FALSE(fleissKappa({{1, 0}}));
    EXPECT_FALSE(fleissKappa({{2, 1}, {1, 1}}));
    EXPECT_FALSE(fleissKappa({{3, 0}, {3, 0}}));
}

TEST(Agreement, ComparesOnlyWhatBothHaveAnswered)
{
    const std::vector<AnswerRecord> answers{
        answer(1, 10, ofClass(0)),
        answer(1, 11, ofClass(1)),
        answer(1, 12, {AnswerKind::NoneOfThese}),
        answer(2, 10, ofClass(0)),
        answer(2, 11, ofClass(0)),
        answer(2, 12, {AnswerKind::NoneOfThese}),
        answer(2, 13, ofClass(1)),
        answer(1, 13, {AnswerKind::Skipped}),
        answer(settlingAnnotator, 11, ofClass(0)),
    };
    const auto report = agreementOf(answers);
    ASSERT_EQ(report.pairs.size(), 1U);
    EXPECT_EQ(report.pairs[0].pictures, 3);
    EXPECT_EQ(report.pairs[0].same, 2);
    EXPECT_NEAR(*report.pairs[0].kappa, 0.5, 1e-12); // scikit-learn's of [0, 1, n] and [0, 0, n]
    EXPECT_EQ(report.everybody, 3);
    EXPECT_FALSE(report.fleiss); // two annotators: Cohen's says it
}

TEST(Agreement, OfThreeIsOverThePicturesThatAllAnswered)
{
    std::vector<AnswerRecord> answers;
    for (std::int64_t annotator = 1; annotator <= 3; ++annotator)
        for (int i = 0; i < 300; ++i)
            answers.push_back(
                answer(annotator, i,
                       ofClass(ratingsOf(static_cast<int>(annotator) - 1)[static_cast<std::size_t>(i)])));
    answers.push_back(answer(1, 1000, ofClass(2)));
    const auto report = agreementOf(answers);
    EXPECT_EQ(report.pairs.size(), 3U);
    EXPECT_EQ(report.everybody, 300);
    EXPECT_NEAR(*report.fleiss, 0.796993289873864, 1e-12);
}

TEST(Agreement, WithOneselfIsBetweenThePasses)
{
    const auto report = agreementOf({answer(1, 10, ofClass(0)), answer(1, 11, ofClass(1)),
                                     answer(1, 12, ofClass(2)), answer(1, 10, ofClass(0), AnswerPass::Second),
                                     answer(1, 11, ofClass(2), AnswerPass::Second)});
    ASSERT_EQ(report.selves.size(), 1U);
    EXPECT_EQ(report.selves[0].pictures, 2);
    EXPECT_EQ(report.selves[0].same, 1);
    EXPECT_TRUE(report.pairs.empty());
}

} // namespace nakama
