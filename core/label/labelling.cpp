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

} // namespace

Result<void> recordAnswer(Catalogue& catalogue, std::int64_t annotator, std::int64_t imageId, AnswerPass pass,
                          const Answer& answer)
{
    AnswerStore store(catalogue);
    return catalogue.transaction([&]() -> Result<void> {
        NAKAMA_CHECK(store.add(annotator, imageId, pass, answer));
        if (pass == AnswerPass::Second)
            return {};
        return applyDecision(store, imageId);
    });
}

Result<std::optional<AnswerRecord>> undoAnswer(Catalogue& catalogue, std::int64_t annotator)
{
    AnswerStore store(catalogue);
    std::optional<AnswerRecord> taken;
    const auto work = [&]() -> Result<void> {
        NAKAMA_TRY(taken, store.takeBack(annotator));
        if (!taken || taken->pass == AnswerPass::Second)
            return {};
        return applyDecision(store, taken->imageId);
    };
    NAKAMA_CHECK(catalogue.transaction(work));
    return taken;
}

} // namespace nakama
