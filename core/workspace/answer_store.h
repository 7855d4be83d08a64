#pragma once

#include "core/base/result.h"
#include "core/workspace/answer_records.h"
#include "core/workspace/catalogue.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/**
 * The strokes of those who label, as a catalogue keeps them: nothing is ever changed or removed but the mark
 * that a stroke was taken back, so an answer is the last stroke that was not. Uses the catalogue's connection
 * and must not outlive it; every method is one synced transaction unless inside Catalogue::transaction().
 */
class AnswerStore
{
public:
    explicit AnswerStore(Catalogue& catalogue);

    /** In the order in which they came, without settlingAnnotator. */
    Result<std::vector<Annotator>> annotators() const;
    /** The annotator of this name, who may be new; spaces around it do not count. Error: InvalidArgument
     * (empty). */
    Result<Annotator> annotator(const std::string& name);

    /** Adds a stroke; its number. Errors: NotFound (annotator, picture), InvalidArgument (class). */
    Result<std::int64_t> add(std::int64_t annotator, std::int64_t imageId, AnswerPass pass,
                             const Answer& answer);
    /** Marks the annotator's latest stroke as taken back, and returns it; nothing where there is none. */
    Result<std::optional<AnswerRecord>> takeBack(std::int64_t annotator);

    /** The answers that hold: of each annotator, picture and pass the last stroke, in the order in which they
     * came. */
    Result<std::vector<AnswerRecord>> answers() const;
    Result<std::vector<AnswerRecord>> answersOf(std::int64_t imageId) const;

    /**
     * Makes what was decided the picture's label or mark; Open: it has none. Nothing decided: it becomes what
     * it was before anybody answered. A picture that so loses its label leaves the split. Error: NotFound.
     */
    Result<void> setDecided(std::int64_t imageId, const std::optional<Answer>& decided);

private:
    Result<std::vector<AnswerRecord>> select(const std::string& condition,
                                             const std::vector<std::int64_t>& values) const;

    Catalogue& m_catalogue;
};

} // namespace nakama
