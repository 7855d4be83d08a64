#include "core/training/tensorboard_log.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>

#include <chrono>

namespace nakama
{

namespace
{

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

constexpr auto writeLog = "write the run's TensorBoard log"; ///< for messages

/** TensorBoard reads the files of a folder in the order of their names. */
std::filesystem::path newFile(const std::filesystem::path& folder)
{
    for (int number = 0;; ++number) {
        auto file = folder / fmt::format("events.out.tfevents.{:010}.nakama.{}",
                                         static_cast<std::int64_t>(now()), number);
        if (!std::filesystem::exists(file))
            return file;
    }
}

} // namespace

Result<void> TensorBoardLog::begin(std::int64_t step)
{
    if (!m_file.empty())
        return {};
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error)
        return fail(systemError(error.value(), writeLog, m_folder));
    const auto file = newFile(m_folder);
    // TensorBoard reads nothing behind a torn record.
    NAKAMA_CHECK(appendToFile(file, tensorBoardVersion(now()) + tensorBoardRestart(now(), step), writeLog));
    m_file = file;
    return {};
}

Result<void> TensorBoardLog::write(std::int64_t step, std::span<const TensorBoardScalar> scalars)
{
    return appendToFile(m_file, tensorBoardScalars(now(), step, scalars), writeLog);
}

} // namespace nakama
