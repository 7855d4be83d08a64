#include "core/label/labelling.h"

namespace nakama
{

namespace
{

Result<void> applyDecision(AnswerStore& store, std::int64_t imageId)
{
    NAKAMA_TRY(const auto answers, store.answersOf(imageId));
    const auto decision = decide(answers);
    if (decision.kind == DecisionKind::Open)
        return store.setDecided(imageId, std::nullopt);
    return store.setDecided(imageId, decision.answer);
}

/** A change of one stroke, and the label that follows from it, in one transaction. */
template<typename Change>
Result<std::optional<AnswerRecord>> changeStroke(Catalogue& catalogue, const Change& change)
{
    AnswerStore store(catalogue);
    std::optional<AnswerRecord> changed;
    const auto work = [&]() -> Result<void> {
        NAKAMA_TRY(changed, change(store));
        if (!changed || changed->pass == AnswerPass::Second)
            return {};
        return applyDecision(store, changed->imageId);
    };
    NAKAMA_CHECK(catalogue.transaction(work));
    return changed;
}

} // namespace

Result<void> recordAnswer(Catalogue& catalogue, std::int64_t annotator, std::int64_t imageId, AnswerPass pass,
                          const Answer& answer, AnswerOrigin origin)
{
    AnswerStore store(catalogue);
    return catalogue.transaction([&]() -> Result<void> {
        NAKAMA_CHECK(store.add(annotator, imageId, pass, answer, origin));
        if (pass == AnswerPass::Second)
            return {};
        return applyDecision(store, imageId);
    });
}

Result<std::optional<AnswerRecord>> undoAnswer(Catalogue& catalogue, const StrokeScope& scope)
{
    return changeStroke(catalogue, [&](AnswerStore& store) { return store.takeBack(scope); });
}

Result<std::optional<AnswerRecord>> redoAnswer(Catalogue& catalogue, std::int64_t stroke)
{
    return changeStroke(catalogue, [&](AnswerStore& store) { return store.putBack(stroke); });
}

} // namespace nakama
