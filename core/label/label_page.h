#pragma once

#include "core/label/label_keys.h"
#include "core/label/queue.h"

#include <map>
#include <string>
#include <vector>

namespace nakama
{

/** What labelling a set needs of a workspace, read in one go. */
struct LabelPage
{
    std::int64_t annotator = 0; ///< whose queue it is; 0 for nobody's
    std::vector<Annotator> annotators;
    std::vector<ClassInfo> classes;
    LabelKeys keys;
    std::map<std::int64_t, ImageRecord> images; ///< of the queue
    std::vector<QueuedPicture> queue;
    std::map<std::int64_t, std::vector<AnswerRecord>> others; ///< in conflicts: who said what
    bool hasPictures = false;                                 ///< the set has any, for whomever
};

/** The annotator of this name may be new, and is added then; an empty name has no queue. Errors: those of
 * LabelKeys::load(); Io. */
Result<LabelPage> readLabelPage(const Workspace& workspace, Catalogue& catalogue,
                                const std::string& annotator, QueueParams params);

} // namespace nakama
