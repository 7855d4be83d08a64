#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nakama
{

/** A person who labels pictures of a workspace. */
struct Annotator
{
    std::int64_t id = 0;
    std::string name;
};

/** What is settled after a disagreement is nobody's own answer; it is kept as this annotator's. */
inline constexpr std::int64_t settlingAnnotator = 0;

/** What may be said of a picture. Open: no answer, or none any more; Skipped: to be asked again at the end.
 */
enum class AnswerKind { Class, SeveralCharacters, NoneOfThese, Unsure, Skipped, Open };
/** "class", "several", "none", "unsure", "skipped", "open": as in the catalogue. */
std::string_view answerKindName(AnswerKind kind);

/** The whole of what one annotator says of a picture. */
struct Answer
{
    AnswerKind kind = AnswerKind::Open;
    int classIndex = -1; ///< of AnswerKind::Class
    std::string note = {};

    /** Whether the picture needs to be asked about no more. */
    bool isGiven() const { return kind != AnswerKind::Open && kind != AnswerKind::Skipped; }
    /** Whether both say the same of the picture; notes aside. */
    bool agreesWith(const Answer& other) const
    {
        return kind == other.kind && classIndex == other.classIndex;
    }
    bool operator==(const Answer&) const = default;
};

/** Answers of the second pass are for an annotator's agreement with himself; they label nothing. */
enum class AnswerPass { First = 1, Second = 2 };

/** One stroke of an annotator. */
struct AnswerRecord
{
    std::int64_t number = 0; ///< in the order in which they came
    std::int64_t annotator = 0;
    std::int64_t imageId = 0;
    AnswerPass pass = AnswerPass::First;
    Answer answer;
    std::string at; ///< ISO 8601, UTC
};

} // namespace nakama
