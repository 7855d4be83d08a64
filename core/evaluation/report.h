#pragma once

#include "core/evaluation/calibration.h"
#include "core/evaluation/metrics.h"
#include "core/evaluation/precision_recall.h"

#include <cstddef>
#include <cstdint>
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
    std::string credit;          ///< who drew it and where it is from; empty where that is not known
};

/** Below this many pictures a class's own figures are said to be rough. */
inline constexpr std::int64_t fewPictures = 10;

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
    std::string split;       ///< "test"
    std::string trainedAt;   ///< ISO 8601, UTC
    std::string evaluatedAt; ///< the same
    Metrics metrics;
    std::vector<PrecisionRecallCurve> precisionRecall; ///< one a class of the metrics; may be empty
    Reliability reliability;          ///< of the calibrated probabilities; no bins: not shown
    std::vector<ReportPicture> worst; ///< the worst first
    std::vector<std::string> parts;   ///< "train", "val", …
    std::vector<ReportClassCounts> classCounts;
    std::vector<ReportEpoch> epochs;
    int bestEpoch = 0;
    std::vector<std::pair<std::string, std::string>> settings; ///< name and value, in order
    std::string configuration;                                 ///< all of them, as the run's files say it
    std::vector<std::pair<std::string, std::string>> data;     ///< counts a split, sources, seed
    std::vector<std::string>
        notes; ///< warnings a reader must know (small classes, leaks not checked, skipped files)
};

/** One HTML page without outside references: summary in words, curves and matrix as SVG, tables, pictures.
 * Light and dark. */
std::string reportHtml(const ReportData& data);

} // namespace nakama
