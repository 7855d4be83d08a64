#pragma once

#include "core/workspace/picture_edit.h"
#include "core/workspace/preset.h"

#include <QString>

#include <vector>

namespace nakama
{

/** What a person reads of an edit: "12 pictures to Nami". */
QString editText(const EditRecord& edit, const std::vector<ClassInfo>& classes);
/** What was left as it is, and why. */
QString skippedText(const EditOutcome& outcome);

/** "several characters", "none of the classes", "unsure". */
QString markText(PictureMark mark);
/** "copy", "excluded", "in the bin". */
QString asideText(AsideReason reason);
/** "train", "validation", "test". */
QString splitPartText(SplitPart part);
QString poolText(Pool pool);

} // namespace nakama
