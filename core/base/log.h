#pragma once

#include <filesystem>

namespace nakama
{

enum class LogToStderr { WarningsAndErrors, Nothing };

/**
 * Sends spdlog's default logger to a rotating file (3 × 2 MB) below folder, and to stderr as asked; every
 * room logs through spdlog. A folder that cannot be written costs the log file, never the program.
 */
void startLogging(const std::filesystem::path& folder, LogToStderr toStderr);

} // namespace nakama
