#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** Bytes of a file name as text that can be shown and stored: what is not UTF-8 or not printable becomes
 * \xNN. */
std::string displayName(std::string_view bytes);

/** The parts between slashes, without empty ones and ".". */
std::vector<std::string> pathParts(std::string_view name);

/**
 * Whether a file or folder of this name is the system's own and never a picture of a person's collection:
 * hidden ones (.DS_Store, ._x.jpg, .git), __MACOSX, Thumbs.db, desktop.ini.
 */
bool isSystemFile(std::string_view name);

/**
 * Whether a file calls itself something else than a picture (.txt, .csv, …). What it is, its content says;
 * this only keeps a folder with nothing but a read-me from being offered as a class.
 */
bool isPlainlyNoPicture(std::string_view name);

} // namespace nakama
