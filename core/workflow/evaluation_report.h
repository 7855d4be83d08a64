#pragma once

#include "core/evaluation/report.h"
#include "core/workflow/runs.h"

#include <vector>

namespace nakama
{

/**
 * What the report on a run's evaluation shows: its figures and curves, the pictures that it was worst at, and
 * the data and settings that the run was made of. predictions are the calibrated ones that metrics are of.
 * Errors: those of the catalogue; a picture that cannot be read is not shown.
 */
Result<ReportData> evaluationReport(const Workspace& workspace, const RunDetails& run, EvaluationSet set,
                                    const Metrics& metrics, const PredictionTable& predictions,
                                    const std::vector<SkippedPicture>& skipped);

} // namespace nakama
