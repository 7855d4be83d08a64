#include "core/label/decision.h"

#include <algorithm>

namespace nakama
{

namespace
{

std::ptrdiff_t votesFor(const std::vector<Answer>& votes, const Answer& answer)
{
    return std::count_if(votes.begin(), votes.end(),
                         [&](const Answer& vote) { return vote.agreesWith(answer); });
}

} // namespace

Decision decide(const std::vector<AnswerRecord>& answersOfPicture)
{
    std::vector<Answer> votes;
    for (const auto& record : answersOfPicture) {
        if (record.pass != AnswerPass::First || !record.answer.isGiven())
            continue;
        if (record.annotator == settlingAnnotator)
            return {DecisionKind::Settled, record.answer};
        votes.push_back(record.answer);
    }
    if (votes.empty())
        return {};
    const Answer unsure{AnswerKind::Unsure};
    const auto doubts = votesFor(votes, unsure);
    const auto all = std::ssize(votes);
    if (doubts == all)
        return {all == 1 ? DecisionKind::One : DecisionKind::Unanimous, unsure};
    std::erase_if(votes, [](const Answer& vote) { return vote.kind == AnswerKind::Unsure; });
    const auto best = *std::max_element(votes.begin(), votes.end(), [&](const Answer& a, const Answer& b) {
        return votesFor(votes, a) < votesFor(votes, b);
    });
    const auto agreeing = votesFor(votes, best);
    if (agreeing == std::ssize(votes))
        return {agreeing == 1 ? DecisionKind::One : DecisionKind::Unanimous, best};
    if (2 * agreeing > std::ssize(votes))
        return {DecisionKind::Majority, best};
    return {DecisionKind::Conflict, {}};
}

} // namespace nakama
