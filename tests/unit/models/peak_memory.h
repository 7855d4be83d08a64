#pragma once

#include <cstdint>
#include <fstream>
#include <string>

namespace nakama::test
{

/** How far this process's resident memory rose above where it was at construction. */
class PeakMemory
{
public:
    PeakMemory()
    {
        std::ofstream("/proc/self/clear_refs") << "5"; // the peak starts anew
        m_start = kilobytes("VmRSS:");
    }

    std::int64_t riseBytes() const { return (kilobytes("VmHWM:") - m_start) * 1024; }

private:
    static std::int64_t kilobytes(const std::string& field)
    {
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;)
            if (std::int64_t value = 0; word == field && status >> value)
                return value;
        return 0;
    }

    std::int64_t m_start = 0;
};

} // namespace nakama::test
