#pragma once

#include "core/evaluation/report.h"

#include <string>
#include <vector>

namespace nakama
{

/** A class taken for another. */
struct Confusion
{
    std::size_t truth = 0;
    std::size_t answer = 0;
    std::int64_t count = 0;
};

/** The mistakes that happen, the most frequent first; equal ones by their share of the true class. */
std::vector<Confusion> confusionsByCount(const Metrics& metrics);

/** The result in plain words: how good, how sure, on what, where it is weak. A paragraph each, escaped, with
 * <strong> as its only tag. */
std::vector<std::string> summaryParagraphs(const ReportData& data);

/** What the calibration says, in the same form; empty where nothing was calibrated. */
std::string calibrationWords(const Metrics& metrics);

} // namespace nakama
