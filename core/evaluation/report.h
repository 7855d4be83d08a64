#pragma once

#include "core/base/result.h"
#include "core/evaluation/metrics.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/** A point of a curve in the report. */
struct ReportEpoch
{
    int epoch = 0;
    double trainLoss = 0;
    double valLoss = 0;
    F1Scores val;
};

/** Everything that the report shows; plain values, so that any caller can fill it. */
struct ReportData
{
    std::string title;
    std::string workspace;
    bool sample = false; ///< says that the pictures are the built-in sample
    std::string runId;
    std::string model;
    std::string split; ///< "test"
    std::string createdAt;
    Metrics metrics;
    std::vector<ReportEpoch> epochs;
    int bestEpoch = 0;
    std::vector<std::pair<std::string, std::string>> settings; ///< name and value, in order
    std::vector<std::pair<std::string, std::string>> data;     ///< counts a split, sources, seed
    std::vector<std::string>
        notes; ///< warnings a reader must know (small classes, leaks not checked, skipped files)
};

/** One HTML page without outside references: summary in words, curves and matrix as SVG, per-class table.
 * Light and dark. */
std::string reportHtml(const ReportData& data);

/** Writes report.html into folder, atomically; returns its path. */
Result<std::filesystem::path> writeReport(const ReportData& data, const std::filesystem::path& folder);

} // namespace nakama
