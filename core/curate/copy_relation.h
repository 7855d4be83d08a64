#pragma once

#include "core/curate/copy_groups.h"
#include "core/imaging/fingerprint_match.h"

#include <optional>

namespace nakama
{

/** How one picture is a copy of the other, whichever of them shows less; nothing where it is none. */
std::optional<CopyRecord> copyRelation(const CopyItem& keeper, const CopyItem& copy);

/** The same where matchFingerprints(keeper, copy) is known. */
CopyRecord copyRelation(const CopyItem& keeper, const CopyItem& copy, const FingerprintMatch& match);

} // namespace nakama
