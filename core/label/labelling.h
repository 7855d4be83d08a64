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
                          const Answer& answer, AnswerOrigin origin = AnswerOrigin::Stroke);

/**
 * Takes the latest of these strokes back, whenever it was made: the answer before it holds again, and the
 * label follows. Returns the stroke that was taken back; nothing where there is none.
 */
Result<std::optional<AnswerRecord>> undoAnswer(Catalogue& catalogue, const StrokeScope& scope);

/** Makes a stroke that was taken back hold again, and the label follow; nothing as of AnswerStore::putBack().
 */
Result<std::optional<AnswerRecord>> redoAnswer(Catalogue& catalogue, std::int64_t stroke);

} // namespace nakama
