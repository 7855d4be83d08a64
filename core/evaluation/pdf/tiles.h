#pragma once

#include "core/evaluation/pdf/paper.h"
#include "core/evaluation/report.h"

namespace nakama
{

/** The figures in large: each F1 by its averaging's name, with its interval drawn, n and the leak state. */
void addTiles(Paper& paper, const ReportData& data);

} // namespace nakama
