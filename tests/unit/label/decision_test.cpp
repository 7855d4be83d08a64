#include "core/label/decision.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

const Answer nami{AnswerKind::Class, 0};
const Answer zoro{AnswerKind::Class, 1};
const Answer several{AnswerKind::SeveralCharacters};
const Answer unsure{AnswerKind::Unsure};

/** The answers of annotators 1, 2, … */
Decision decisionOf(const std::vector<Answer>& answers, const Answer& settled = {})
{
    std::vector<AnswerRecord> records{{1, settlingAnnotator, 7, AnswerPass::First, settled, {}}};
    for (std::size_t i = 0; i < answers.size(); ++i)
        records.push_back({0, static_cast<std::int64_t>(i) + 1, 7, AnswerPass::First, answers[i], {}});
    return decide(records);
}

} // namespace

TEST(Decision, FollowsOneAllOrMostAnnotators)
{
    EXPECT_EQ(decisionOf({}).kind, DecisionKind::Open);
    EXPECT_EQ(decisionOf({nami}).kind, DecisionKind::One);
    EXPECT_EQ(decisionOf({nami}).answer, nami);
    EXPECT_EQ(decisionOf({several, several}).kind, DecisionKind::Unanimous);
    EXPECT_EQ(decisionOf({nami, zoro, zoro}).kind, DecisionKind::Majority);
    EXPECT_EQ(decisionOf({nami, zoro, zoro}).answer, zoro);
}

TEST(Decision, IsAConflictWithoutAMajority)
{
    EXPECT_TRUE(decisionOf({nami, zoro}).isConflict());
    EXPECT_TRUE(decisionOf({nami, zoro, several}).isConflict());
    EXPECT_TRUE(decisionOf({nami, nami, zoro, several}).isConflict());
    EXPECT_EQ(decisionOf({nami, zoro}).answer.kind, AnswerKind::Open);
}

TEST(Decision, GivesDoubtNoVoteWhereAnybodyIsSure)
{
    EXPECT_EQ(decisionOf({nami, unsure}).answer, nami);
    EXPECT_EQ(decisionOf({nami, unsure, unsure}).answer, nami);
    EXPECT_EQ(decisionOf({unsure, unsure}).answer, unsure);
    EXPECT_EQ(decisionOf({{AnswerKind::Skipped}, unsure}).kind, DecisionKind::One);
}

TEST(Decision, IsWhatWasSettled)
{
    EXPECT_EQ(decisionOf({nami, zoro}, several).kind, DecisionKind::Settled);
    EXPECT_EQ(decisionOf({nami, nami, nami}, zoro).answer, zoro);
}

TEST(Decision, IgnoresTheSecondPass)
{
    EXPECT_EQ(
        decide({{1, 1, 7, AnswerPass::First, nami, {}}, {2, 1, 7, AnswerPass::Second, zoro, {}}}).answer,
        nami);
}

} // namespace nakama
