#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace nakama
{

/**
 * The API key of a login: the first line of the file where one is given, else the environment variable
 * NAKAMA_DANBOORU_KEY; never an argument, which every user of the machine could read. Errors:
 * InvalidArgument (none of them; a file that others may read), NotFound, Io.
 */
Result<std::string> readApiKey(const std::filesystem::path& keyFile);

} // namespace nakama
