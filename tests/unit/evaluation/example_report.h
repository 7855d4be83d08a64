#pragma once

#include "core/evaluation/report.h"

namespace nakama::test
{

/** Three classes of four pictures; the last class is always taken for the first. Without optional parts. */
ReportData exampleReport();

/** Every part of a report, with names in three scripts and a configuration that fills pages. */
ReportData fullReport(int classes = 18);

} // namespace nakama::test
