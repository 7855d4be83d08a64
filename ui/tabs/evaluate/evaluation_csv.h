#pragma once

#include "core/evaluation/metrics.h"
#include "core/training/run_log.h"
#include "ui/tabs/evaluate/picture_map.h"
#include "ui/tabs/evaluate/picture_now.h"

#include <QByteArray>

#include <vector>

namespace nakama
{

// What is shown, as RFC 4180 with points and all digits. Quick enough for a job only.

/** The counts, with the true class in the first column and the predicted classes in the header. */
QByteArray confusionCsv(const Metrics& metrics);
QByteArray classesCsv(const std::vector<ClassMetrics>& classes);
/** A row for each number, in this order: what the picture is, what was said, and what it is now. */
QByteArray picturesCsv(const EvaluatedPictures& pictures, const std::vector<std::size_t>& numbers,
                       const std::vector<PictureNow>& now);
/** The points of the curves of all classes. */
QByteArray precisionRecallCsv(const EvaluatedPictures& pictures);
/** The bins, before calibration and after it. */
QByteArray reliabilityCsv(const EvaluatedPictures& pictures);
QByteArray mapCsv(const PictureMap& map, const EvaluatedPictures& pictures);
QByteArray epochsCsv(const std::vector<EpochRecord>& epochs);

} // namespace nakama
