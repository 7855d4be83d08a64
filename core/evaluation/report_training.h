#pragma once

#include "core/evaluation/report.h"

#include <string>

namespace nakama
{

/** Loss over the epochs as SVG; empty where no epoch is known. */
std::string lossChart(const ReportData& data);
/** The same of F1 on validation. */
std::string f1Chart(const ReportData& data);

} // namespace nakama
