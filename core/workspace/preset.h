#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** A class of the workspace. */
struct ClassInfo
{
    std::string name;                 ///< "Kurohige": folder and column name
    std::string displayName;          ///< "Marshall D. Teach"
    std::vector<std::string> aliases; ///< other folder names that mean it
    std::string danbooruTag;          ///< may be empty
};

/** A ready-made set of classes. */
struct Preset
{
    std::string id; ///< "one-piece"
    std::string title;
    std::vector<ClassInfo> classes;
};

/** The presets that are compiled in, from resources/presets. */
std::vector<Preset> builtInPresets();
/** Error: NotFound, listing the ids that exist. */
Result<Preset> findPreset(std::string_view id);

/**
 * Index of the class that a folder or label name means: by name, display name or alias, without regard to
 * case, spaces, dots, dashes and underscores; −1 for none.
 */
int matchClass(const std::vector<ClassInfo>& classes, std::string_view name);

} // namespace nakama
