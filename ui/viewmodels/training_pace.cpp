#include "ui/viewmodels/training_pace.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::int64_t windowMs = 5000;
constexpr std::int64_t trustedAfterMs = 1000;

} // namespace

void TrainingPace::add(const StepRecord& step, std::int64_t atMs)
{
    if (step.steps <= 0)
        return;
    const Sample sample{atMs, step.epoch - 1 + static_cast<double>(step.step) / step.steps, step.steps};
    if (m_recent.empty())
        m_first = sample;
    m_recent.push_back(sample);
    while (m_recent.size() > 2 && atMs - m_recent.front().atMs > windowMs)
        m_recent.pop_front();
}

double TrainingPace::imagesPerSecond() const
{
    if (m_recent.size() < 2 || m_recent.back().atMs <= m_recent.front().atMs)
        return 0;
    const auto& from = m_recent.front();
    const auto& to = m_recent.back();
    const double seconds = static_cast<double>(to.atMs - from.atMs) / 1000;
    return (to.epochs - from.epochs) * to.steps * m_batchSize / seconds;
}

std::optional<double> TrainingPace::secondsLeft() const
{
    if (m_recent.empty())
        return std::nullopt;
    const auto& now = m_recent.back();
    const double done = now.epochs - m_first.epochs;
    if (now.atMs - m_first.atMs < trustedAfterMs || done <= 0)
        return std::nullopt;
    const double secondsAnEpoch = static_cast<double>(now.atMs - m_first.atMs) / 1000 / done;
    return std::max(0.0, (m_epochs - now.epochs) * secondsAnEpoch);
}

double TrainingPace::fraction() const
{
    return m_recent.empty() || m_epochs <= 0 ? 0 : std::clamp(m_recent.back().epochs / m_epochs, 0.0, 1.0);
}

} // namespace nakama
