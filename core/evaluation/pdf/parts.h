#pragma once

#include "core/evaluation/pdf/paper.h"
#include "core/evaluation/report.h"

namespace nakama
{

/** The parts of the report, each from the paper's place on; a part without content adds nothing. */
void addTitle(Paper& paper, const ReportData& data);
void addSummary(Paper& paper, const ReportData& data);
void addNotes(Paper& paper, const ReportData& data);
void addProbabilities(Paper& paper, const ReportData& data);
void addMatrix(Paper& paper, const ReportData& data);
void addClasses(Paper& paper, const ReportData& data);
void addWorstPictures(Paper& paper, const ReportData& data);
void addTraining(Paper& paper, const ReportData& data);
void addClassCounts(Paper& paper, const ReportData& data);
void addSettings(Paper& paper, const ReportData& data);

/** A part's heading, never alone at the foot of a page: so much of what follows stays with it. */
void addHeading(Paper& paper, const std::string& heading, double with = 60);

} // namespace nakama
