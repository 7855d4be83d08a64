#pragma once

#include "core/workspace/records.h"

#include <QString>

namespace nakama
{

/** A run in a line: when, which model, how it ended, how good it was on validation. */
QString runText(const RunRecord& run);

} // namespace nakama
