#pragma once

#include "core/workspace/answer_records.h"
#include "core/workspace/catalogue.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace nakama
{

/** What is gone through. */
enum class LabelSet {
    TrueTest,
    Unlabelled, ///< pictures of the pool that nobody but annotators gave a label
    SecondPass, ///< a random tenth or so of what the annotator has answered in the true test, once more
    Conflicts,  ///< where annotators differ; the answer settles it
};

/** One picture of the queue. */
struct QueuedPicture
{
    std::int64_t imageId = 0;
    Answer answer; ///< of the annotator whose queue it is
};

struct QueueParams
{
    LabelSet set = LabelSet::TrueTest;
    std::int64_t annotator = 0;
    /** Least certain first, where there is a value for a picture (higher: less certain), for
     * LabelSet::Unlabelled only; the rest comes behind, shuffled. */
    std::map<std::int64_t, double> uncertainty = {};
};

/**
 * The pictures of a set in the order in which an annotator is shown them: shuffled by his number, so that
 * each sees them in another order, always in the same, and pictures that come later change the order of none.
 * What he skipped is at the end. Pictures out of use are left out.
 */
std::vector<QueuedPicture> labelQueue(const std::vector<ImageRecord>& images,
                                      const std::vector<AnswerRecord>& answers, const QueueParams& params);

/** The pictures that a set may have, whoever labels, and no others. Errors: Io. */
Result<std::vector<ImageRecord>> imagesOfSet(const Catalogue& catalogue, LabelSet set,
                                             const std::vector<AnswerRecord>& answers);

/** The pass that an answer in this set belongs to, and whose answer it is. */
AnswerPass passOf(LabelSet set);
std::int64_t authorOf(LabelSet set, std::int64_t annotator);

/** The first place from start on, round the end, that still wants an answer; the queue's size for none. */
std::size_t nextOpen(const std::vector<QueuedPicture>& queue, std::size_t start);

} // namespace nakama
