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

/** The classes as tables of them are sorted: by F1, the weakest first. */
std::vector<ClassMetrics> weakestFirst(const Metrics& metrics);

/** What the line under the title names: workspace, model, run, dates. Not escaped, as all below. */
std::vector<std::string> metaParts(const ReportData& data);
/** What each part of the report shows, in a sentence or two. */
std::string probabilityWords(const Metrics& metrics);
std::string matrixWords();
std::string classTableWords();
std::string worstPictureWords();
std::string trainingWords(const ReportData& data);
/** How the figures are computed, for the end of the report. */
std::string methodWords();

} // namespace nakama
