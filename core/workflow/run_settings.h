#pragma once

#include "core/training/training.h"

#include <string>
#include <vector>

namespace nakama
{

/** A setting of several runs: "learning.rate", and its value in each of them. */
struct RunSetting
{
    std::string name;                ///< its place in config.json, fields joined by dots
    std::vector<std::string> values; ///< as JSON writes them, texts without quotes; "–" where there is none

    bool differs() const;
};

/** All settings of the runs, in the order of their names. */
std::vector<RunSetting> runSettings(const std::vector<TrainingConfig>& runs);

} // namespace nakama
