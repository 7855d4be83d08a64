#include "app/cli/commands.h"

#include "app/cli/commands/augment_command.h"
#include "app/cli/commands/bench_command.h"
#include "app/cli/commands/collect_command.h"
#include "app/cli/commands/compare_command.h"
#include "app/cli/commands/demo_command.h"
#include "app/cli/commands/duplicates_command.h"
#include "app/cli/commands/ensemble_command.h"
#include "app/cli/commands/evaluate_command.h"
#include "app/cli/commands/explain_command.h"
#include "app/cli/commands/export_command.h"
#include "app/cli/commands/health_command.h"
#include "app/cli/commands/import_command.h"
#include "app/cli/commands/label_command.h"
#include "app/cli/commands/map_command.h"
#include "app/cli/commands/models_command.h"
#include "app/cli/commands/models_fetch_command.h"
#include "app/cli/commands/models_forward_command.h"
#include "app/cli/commands/models_inspect_command.h"
#include "app/cli/commands/neighbours_command.h"
#include "app/cli/commands/predict_command.h"
#include "app/cli/commands/prepare_command.h"
#include "app/cli/commands/runs_command.h"
#include "app/cli/commands/split_command.h"
#include "app/cli/commands/submit_command.h"
#include "app/cli/commands/train_command.h"
#include "app/cli/commands/workspace_command.h"

namespace nakama
{

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<WorkspaceCreateCommand>());
    commands.push_back(std::make_unique<WorkspaceInfoCommand>());
    commands.push_back(std::make_unique<WorkspaceCleanCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<CollectCommand>());
    commands.push_back(std::make_unique<DuplicatesCommand>());
    commands.push_back(std::make_unique<HealthCommand>());
    commands.push_back(std::make_unique<SplitCommand>());
    commands.push_back(std::make_unique<PrepareCommand>());
    commands.push_back(std::make_unique<AugmentCommand>());
    commands.push_back(std::make_unique<TrainCommand>());
    commands.push_back(std::make_unique<RunsListCommand>());
    commands.push_back(std::make_unique<RunsShowCommand>());
    commands.push_back(std::make_unique<RunsNoteCommand>());
    commands.push_back(std::make_unique<RunsDeleteCommand>());
    commands.push_back(std::make_unique<EvaluateCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<EnsembleCommand>());
    commands.push_back(std::make_unique<PredictCommand>());
    commands.push_back(std::make_unique<ExplainCommand>());
    commands.push_back(std::make_unique<NeighboursCommand>());
    commands.push_back(std::make_unique<MapCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<LabelCommand>());
    commands.push_back(std::make_unique<SubmitCommand>());
    commands.push_back(std::make_unique<ModelsListCommand>());
    commands.push_back(std::make_unique<ModelsFetchCommand>());
    commands.push_back(std::make_unique<ModelsInspectCommand>());
    commands.push_back(std::make_unique<ModelsForwardCommand>());
    commands.push_back(std::make_unique<BenchPipelineCommand>());
    commands.push_back(std::make_unique<BenchPrepareCommand>());
    commands.push_back(std::make_unique<DemoCommand>());
    return commands;
}

} // namespace nakama
