#pragma once

#include "core/evaluation/result_table.h"
#include "core/workflow/runs.h"

#include <string>
#include <vector>

namespace nakama
{

/** By how much copies across its split flatter a run: it beside one whose split keeps copies together. */
struct Flattery
{
    std::string naive; ///< id of the run that learned from copies of what it was judged on
    std::string leakFree;
    double deltaMacro = 0; ///< macro-F1 of naive minus that of leakFree, each on its own pictures
    Interval interval;     ///< 95 %; see intervalOfDifference()
    std::string words;     ///< "the naive split flatters resnet18 by 0.042 macro-F1 …"
};

/** Runs beside each other, each on the pictures that it was evaluated on itself. */
struct OwnSets
{
    std::vector<std::string> runIds; ///< also where "latest" was asked for
    ResultTable table;               ///< a row a run; its leak state says what kind of split it had
    std::vector<Flattery> flattery;  ///< each naive run with each leak-free one
    std::vector<std::string> notes;  ///< what a reader of the table must know
};

/**
 * Puts the stored evaluations of runs on their own sets beside each other: what the naive split of a data set
 * says of a model, and what the leak-free one does. Copies are those that are known today, so that intervals
 * and leak states are right also where they were searched for after an evaluation. Errors: NotFound;
 * NotReady for a run that was not evaluated on the set; InvalidArgument for fewer than two runs.
 */
Result<OwnSets> compareOwnSets(const Workspace& workspace, const std::vector<std::string>& runIds,
                               EvaluationSet set);

} // namespace nakama
