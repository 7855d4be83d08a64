#pragma once

#include "core/workspace/answer_records.h"

#include <vector>

namespace nakama
{

/** How a picture's answers came to its label. */
enum class DecisionKind {
    Open,      ///< nobody has answered
    One,       ///< one annotator has
    Unanimous, ///< all who answered say the same
    Majority,  ///< more than half of them do
    Conflict,  ///< none of these: the picture has no label until somebody settles it
    Settled,   ///< somebody has
};

struct Decision
{
    DecisionKind kind = DecisionKind::Open;
    Answer answer; ///< Open in a conflict too

    bool isConflict() const { return kind == DecisionKind::Conflict; }
};

/**
 * What the answers of one picture make of it: what was settled; or what the only one says, or all, or more
 * than half. "Unsure" has no vote where anybody is sure, and what is skipped or open has none. The second
 * pass does not count.
 */
Decision decide(const std::vector<AnswerRecord>& answersOfPicture);

} // namespace nakama
