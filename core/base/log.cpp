#include "core/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace nakama
{

void startLogging(const std::filesystem::path& folder, LogToStderr toStderr)
{
    std::vector<spdlog::sink_ptr> sinks;
    if (toStderr == LogToStderr::WarningsAndErrors) {
        sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
        sinks.back()->set_level(spdlog::level::warn);
    }
    std::string refused;
    try {
        std::filesystem::create_directories(folder);
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (folder / "nakama.log").string(), std::size_t{2} << 20, std::size_t{3}));
    } catch (const std::exception& exception) {
        refused = exception.what();
    }
    auto logger = std::make_shared<spdlog::logger>("nakama", sinks.begin(), sinks.end());
    logger->set_pattern("%Y-%m-%d %H:%M:%S.%e %l [%t] %v");
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    if (!refused.empty())
        spdlog::warn("no log file is kept: {}", refused);
}

} // namespace nakama
