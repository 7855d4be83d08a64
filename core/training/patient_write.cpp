#include "core/training/patient_write.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

namespace nakama
{

namespace
{

constexpr auto betweenAttempts = std::chrono::seconds(3);
constexpr auto betweenLooks = std::chrono::milliseconds(50);

std::int64_t freeMegabytes(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return error ? 0 : static_cast<std::int64_t>(space.available >> 20);
}

} // namespace

Result<void> writePatiently(const std::filesystem::path& folder, std::uintmax_t wantedBytes,
                            JobContext& context, const std::function<Result<void>()>& write)
{
    const auto wanted = std::max<std::int64_t>(static_cast<std::int64_t>(wantedBytes >> 20), 1);
    bool told = false;
    while (true) {
        const auto written = write();
        if (written || written.error().code != ErrorCode::DiskFull)
            return written;
        if (!std::exchange(told, true))
            spdlog::warn(
                "{}: the disk is full; {} MB are wanted and {} MB free. The training waits until there "
                "is room",
                folder.string(), wanted, freeMegabytes(folder));
        const auto again = std::chrono::steady_clock::now() + betweenAttempts;
        while (std::chrono::steady_clock::now() < again) {
            context.progress(freeMegabytes(folder), wanted, "waiting for room on the disk (MB)");
            NAKAMA_CHECK(context.checkpoint());
            std::this_thread::sleep_for(betweenLooks);
        }
    }
}

} // namespace nakama
