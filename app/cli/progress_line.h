#pragma once

#include "core/base/job.h"

#include <chrono>
#include <string>

namespace nakama
{

/**
 * Progress on stderr: one line rewritten in place on a terminal; elsewhere (a log file) a line when the stage
 * changes and every ten seconds.
 */
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();

    void show(const Progress& progress);
    /** Ends the line that is being rewritten, so that other text can follow. */
    void finish();

private:
    using Clock = std::chrono::steady_clock;

    bool m_terminal;
    bool m_open = false;
    std::string m_stage;
    Clock::time_point m_last{};
};

} // namespace nakama
