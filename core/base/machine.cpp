#include "core/base/machine.h"

#include <unistd.h>

#include <fstream>
#include <limits>
#include <string>
#include <system_error>

namespace nakama
{

std::int64_t availableMemoryBytes()
{
    std::ifstream file("/proc/meminfo");
    std::string field;
    std::int64_t kilobytes = 0;
    while (file >> field >> kilobytes) {
        if (field == "MemAvailable:")
            return kilobytes * 1024;
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return 0;
}

std::int64_t residentMemoryBytes()
{
    std::ifstream file("/proc/self/statm");
    std::int64_t pages = 0;
    std::int64_t resident = 0;
    file >> pages >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

std::int64_t freeDiskBytes(const std::filesystem::path& folder)
{
    auto present = folder;
    std::error_code error;
    while (!std::filesystem::exists(present, error) && present.has_relative_path())
        present = present.parent_path();
    const auto space = std::filesystem::space(present.empty() ? "." : present, error);
    return error ? 0 : static_cast<std::int64_t>(space.available);
}

} // namespace nakama
