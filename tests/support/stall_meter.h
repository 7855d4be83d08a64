#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <vector>

namespace nakama::test
{

/**
 * Measures for how long the thread's event loop answers nothing: the times between the ticks of a timer of
 * 1 ms. In wall time, which is what a person feels and a busy machine spoils, and in the thread's own
 * processor time, which says what the program itself did.
 */
class StallMeter
{
public:
    StallMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_wall.start();
        m_cpuBefore = threadMs();
        m_timer.start();
    }

    double wallMs(double share) const { return at(m_wallMs, share); }
    double cpuMs(double share) const { return at(m_cpuMs, share); }
    std::size_t ticks() const { return m_wallMs.size(); }

private:
    static double threadMs()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    }

    void tick()
    {
        const double cpu = threadMs();
        m_wallMs.push_back(1e-6 * static_cast<double>(m_wall.nsecsElapsed()));
        m_cpuMs.push_back(cpu - m_cpuBefore);
        m_wall.start();
        m_cpuBefore = cpu;
    }

    /** The value that this share of the stalls does not exceed; 1: the longest. */
    static double at(std::vector<double> values, double share)
    {
        if (values.empty())
            return 0;
        std::ranges::sort(values);
        const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
        return values[index];
    }

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_cpuBefore = 0;
    std::vector<double> m_wallMs;
    std::vector<double> m_cpuMs;
};

} // namespace nakama::test
