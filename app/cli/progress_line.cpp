#include "app/cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace nakama
{

ProgressLine::ProgressLine() : m_terminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    finish();
}

void ProgressLine::show(const Progress& progress)
{
    const auto now = Clock::now();
    const bool ended = progress.total > 0 && progress.done >= progress.total;
    const auto pause = m_terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10'000);
    if (progress.stage == m_stage && now - m_last < pause && !(m_terminal && ended))
        return;
    if (progress.stage != m_stage)
        finish();
    m_stage = progress.stage;
    m_last = now;
    const auto text = progress.total > 0 ? fmt::format("{}: {} of {} ({} %)", progress.stage, progress.done,
                                                       progress.total, 100 * progress.done / progress.total)
                                         : fmt::format("{}: {}", progress.stage, progress.done);
    if (m_terminal)
        fmt::print(stderr, "\r\033[K{}", text);
    else
        fmt::print(stderr, "{}\n", text);
    std::fflush(stderr);
    m_open = m_terminal;
}

void ProgressLine::finish()
{
    if (m_open)
        fmt::print(stderr, "\n");
    m_open = false;
}

} // namespace nakama
