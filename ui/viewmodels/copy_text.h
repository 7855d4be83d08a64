#pragma once

#include "ui/viewmodels/copies_page.h"

#include <QString>

namespace nakama
{

/** A kind of copies as the catalogue has it, "mirrored+inverted", in the person's language. */
QString copyKindText(const std::string& kind);

/** What a copy is of its keeper, and how surely: "mirrored, turned by 90°; 98 % alike". */
QString copyEvidenceText(const CopyRecord& copy);

/** What a person reads below a picture of a group: its name, size, what it is of the keeper, and its use. */
QString copyCaption(const CopyMember& member);

/** The classes of a group's pictures. */
QString copyClassesText(const CopyGroupRow& group);

} // namespace nakama
