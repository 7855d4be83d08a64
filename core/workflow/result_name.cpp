#include "core/workflow/result_name.h"

#include "core/workflow/run_note.h"

#include <fmt/format.h>

namespace nakama
{

std::string resultName(const Workspace& workspace, const RunDetails& run)
{
    const auto name = readRunNote(workspace, run.record.id).name;
    return fmt::format("{} ({})", run.record.model, name.empty() ? run.record.id : name);
}

std::string evaluationSetTitle(EvaluationSet set)
{
    switch (set) {
    case EvaluationSet::Train:
        return "Training pictures";
    case EvaluationSet::Val:
        return "Validation";
    case EvaluationSet::Test:
        return "Held-out test";
    case EvaluationSet::TrueTest:
        break;
    }
    return "True test";
}

} // namespace nakama
