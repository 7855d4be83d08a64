#pragma once

#include "core/training/training.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace nakama
{

/** How fast a training goes and when it will end, from the steps seen so far. */
class TrainingPace
{
public:
    TrainingPace(int epochs, int batchSize) : m_epochs(epochs), m_batchSize(batchSize) {}

    void add(const StepRecord& step, std::int64_t atMs);

    /** Over the last seconds; 0 while unknown. */
    double imagesPerSecond() const;
    /** Validation included, as it has been so far; nothing while too little has been seen. */
    std::optional<double> secondsLeft() const;
    /** Share of all epochs that is done, 0…1. */
    double fraction() const;

private:
    struct Sample
    {
        std::int64_t atMs = 0;
        double epochs = 0; ///< epochs done, with the part of the running one
        int steps = 0;
    };
    int m_epochs;
    int m_batchSize;
    Sample m_first;
    std::deque<Sample> m_recent;
};

} // namespace nakama
