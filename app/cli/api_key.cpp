#include "app/cli/api_key.h"

#include "core/base/atomic_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>

namespace nakama
{

Result<std::string> readApiKey(const std::filesystem::path& keyFile)
{
    constexpr std::uintmax_t mostBytes = 4096;
    std::string key;
    if (keyFile.empty()) {
        const char* variable = std::getenv("NAKAMA_DANBOORU_KEY");
        if (!variable || !*variable)
            return fail(
                ErrorCode::InvalidArgument,
                "a login needs its API key: set the environment variable NAKAMA_DANBOORU_KEY, or name a "
                "file with --key-file",
                "--login");
        key = variable;
    } else {
        struct stat status
        {
        };
        if (::stat(keyFile.c_str(), &status) != 0)
            return fail(systemError(errno, "read the key", keyFile));
        if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            return fail(ErrorCode::InvalidArgument,
                        "other users of this machine can read the key; take that from them with chmod 600",
                        keyFile.string());
        NAKAMA_TRY(key, readTextFile(keyFile, mostBytes));
    }
    key = key.substr(0, key.find_first_of("\r\n"));
    if (key.empty())
        return fail(ErrorCode::InvalidArgument, "there is no key in it",
                    keyFile.empty() ? "NAKAMA_DANBOORU_KEY" : keyFile.string());
    return key;
}

} // namespace nakama
