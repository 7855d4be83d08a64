#pragma once

namespace nakama
{

/** Whether a batch is the last of its epoch. */
enum class EpochEnd { No, Yes };

/** Which batch of a run. */
struct BatchPlace
{
    int epoch = 1;
    int batch = 0; ///< of the epoch, from 0
    EpochEnd end = EpochEnd::No;
};

} // namespace nakama
