#pragma once

#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"

#include <cstddef>
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

/** A picture that the report shows, with what was said of it. */
struct ReportPicture
{
    std::string file;
    std::string label;
    std::string answer;
    double labelProbability = 0;
    double answerProbability = 0;
    int width = 0; ///< of the thumbnail, in pixels
    int height = 0;
    std::vector<std::byte> jpeg; ///< the thumbnail
};

/** How many pictures of a class are in each part of the data. */
struct ReportClassCounts
{
    std::string name;
    std::vector<std::int64_t> counts; ///< one a part of ReportData::parts
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
    std::vector<PrecisionRecallCurve> precisionRecall; ///< one a class of the metrics; may be empty
    Reliability reliability;          ///< of the calibrated probabilities; no bins: not shown
    std::vector<ReportPicture> worst; ///< the worst first
    std::vector<std::string> parts;   ///< "train", "val", …
    std::vector<ReportClassCounts> classCounts;
    std::vector<ReportEpoch> epochs;
    int bestEpoch = 0;
    std::vector<std::pair<std::string, std::string>> settings; ///< name and value, in order
    std::vector<std::pair<std::string, std::string>> data;     ///< counts a split, sources, seed
    std::vector<std::string>
        notes; ///< warnings a reader must know (small classes, leaks not checked, skipped files)
};

/** One HTML page without outside references: summary in words, curves and matrix as SVG, tables, pictures.
 * Light and dark. */
std::string reportHtml(const ReportData& data);

/**
 * Writes report.html into folder, and beside it metrics.json, results.csv, classes.csv and the
 * tables as tables.md and tables.tex (for the booktabs package), each atomically; returns the page's path.
 */
Result<std::filesystem::path> writeReport(const ReportData& data, const std::filesystem::path& folder);

} // namespace nakama
