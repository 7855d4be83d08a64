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

/** How an answer came. A row of a table is none of the strokes that an annotator may take back. */
enum class AnswerOrigin { Stroke, Table };

/** Which of an annotator's strokes are meant. */
struct StrokeScope
{
    std::int64_t annotator = 0;
    AnswerPass pass = AnswerPass::First;
    std::vector<std::int64_t> pictures;
};

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
                             const Answer& answer, AnswerOrigin origin = AnswerOrigin::Stroke);
    /** Marks the latest of these strokes as taken back, and returns it; nothing where there is none. Those
     * under a later row of a table stay: taking them back would change nothing that anybody sees. */
    Result<std::optional<AnswerRecord>> takeBack(const StrokeScope& scope);
    /** Makes a stroke that was taken back hold again, and returns it; nothing where it holds already, or
     * where the picture was answered anew since. */
    Result<std::optional<AnswerRecord>> putBack(std::int64_t stroke);

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
    Catalogue& m_catalogue;
};

} // namespace nakama
