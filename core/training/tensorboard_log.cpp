#include "core/training/tensorboard_log.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace nakama
{

namespace
{

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Error writeError(int reason, const std::filesystem::path& path)
{
    return systemError(reason, "write the run's TensorBoard log", path);
}

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

/** Whole or not at all: TensorBoard reads nothing behind a torn record. */
Result<void> append(const std::filesystem::path& path, std::string_view bytes)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(writeError(errno, path));
    const off_t before = ::lseek(descriptor, 0, SEEK_END);
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    const int reason = written < 0 ? errno : ENOSPC;
    const bool whole = written == static_cast<ssize_t>(bytes.size());
    const bool mended = whole || ::ftruncate(descriptor, before) == 0;
    ::close(descriptor);
    if (!whole || !mended)
        return fail(writeError(reason, path));
    return {};
}

} // namespace

Result<void> TensorBoardLog::begin(std::int64_t step)
{
    if (!m_file.empty())
        return {};
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error)
        return fail(writeError(error.value(), m_folder));
    const auto file = newFile(m_folder);
    NAKAMA_CHECK(append(file, tensorBoardVersion(now()) + tensorBoardRestart(now(), step)));
    m_file = file;
    return {};
}

Result<void> TensorBoardLog::write(std::int64_t step, std::span<const TensorBoardScalar> scalars)
{
    return append(m_file, tensorBoardScalars(now(), step, scalars));
}

} // namespace nakama
