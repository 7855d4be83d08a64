#pragma once

#include "core/imaging/test_views.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/**
 * A run that was not trained but answers with other runs: several of them are an ensemble (mean of the
 * calibrated probabilities), one with views is that run with test-time augmentation. derived.json in its
 * folder.
 */
struct DerivedRun
{
    std::vector<std::string> members;
    TestViews views = TestViews::Plain;
};

/** Nothing for a run that was trained. */
std::optional<DerivedRun> derivedRun(const Workspace& workspace, const std::string& runId);

/**
 * The run that answers with the mean of these; the same one for the same members. Errors: NotFound (a run),
 * InvalidArgument (fewer than two, one twice, other classes), Io.
 */
Result<RunRecord> ensembleOf(const Workspace& workspace, const std::vector<std::string>& runIds);

/** The run that answers with several views of each picture; the same one for the same run and views. Errors:
 * NotFound; InvalidArgument for a run that is itself derived. */
Result<RunRecord> withTestViews(const Workspace& workspace, const std::string& runId, TestViews views);

} // namespace nakama
