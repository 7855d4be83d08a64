#pragma once

#include "core/base/result.h"
#include "core/workspace/preset.h"

#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/**
 * What two names share when they mean the same class: compatibility-normalised (so that the decomposed names
 * of macOS compare equal), case-folded, without spaces, dots, dashes and underscores.
 */
std::string normalisedClassName(std::string_view name);

/**
 * Whether a name can be a class: it names a folder and a column, so it has no slash or control character,
 * is not hidden, is at most 100 bytes and has something left after normalising. Error: InvalidArgument.
 */
Result<void> checkClassName(const std::string& name);

/** The same for added classes beside existing ones: no two may look alike. Also AlreadyExists. */
Result<void> checkNewClasses(const std::vector<ClassInfo>& existing, const std::vector<ClassInfo>& added);

} // namespace nakama
