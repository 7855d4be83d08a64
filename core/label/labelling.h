#pragma once

#include "core/label/decision.h"
#include "core/workspace/answer_store.h"

namespace nakama
{

/**
 * Keeps an answer and gives the picture the label that now follows from all of its answers, in one synced
 * transaction. Errors: those of AnswerStore::add().
 */
Result<void> recordAnswer(Catalogue& catalogue, std::int64_t annotator, std::int64_t imageId, AnswerPass pass,
                          const Answer& answer);

/**
 * Takes the annotator's latest stroke back, whenever it was made: the answer before it holds again, and the
 * label follows. Returns the stroke that was taken back; nothing where there is none.
 */
Result<std::optional<AnswerRecord>> undoAnswer(Catalogue& catalogue, std::int64_t annotator);

} // namespace nakama
