#include "app/cli/learning_options.h"

#include <CLI/CLI.hpp>

#include <map>
#include <string>

namespace nakama
{

namespace
{

const std::map<std::string, OptimiserKind> optimisers{
    {"adam", OptimiserKind::Adam}, {"adamw", OptimiserKind::AdamW}, {"sgd", OptimiserKind::Sgd}};
const std::map<std::string, ScheduleKind> schedules{{"constant", ScheduleKind::Constant},
                                                    {"cosine", ScheduleKind::Cosine},
                                                    {"one-cycle", ScheduleKind::OneCycle},
                                                    {"step", ScheduleKind::Step}};

const std::map<std::string, Precision> precisions{{"auto", Precision::Auto},
                                                  {"fp32", Precision::Fp32},
                                                  {"bf16", Precision::Bf16},
                                                  {"fp16", Precision::Fp16}};
const std::map<std::string, MemoryLayout> layouts{{"auto", MemoryLayout::Auto},
                                                  {"planes", MemoryLayout::Planes},
                                                  {"channels-last", MemoryLayout::ChannelsLast}};

} // namespace

void declareCompute(CLI::App& command, ComputeParams& params)
{
    command
        .add_option("--precision", params.precision,
                    "auto (the default: bf16 on a GPU that has it), fp32, bf16 or fp16")
        ->transform(CLI::CheckedTransformer(precisions));
    command.add_option("--layout", params.layout, "auto (the default), planes or channels-last")
        ->transform(CLI::CheckedTransformer(layouts));
}

void declareLearning(CLI::App& command, LearningParams& params)
{
    const auto group = [](CLI::Option* option) { option->group("Learning"); };
    group(command.add_option("--lr", params.rate, "learning rate")->capture_default_str());
    group(command.add_option("--optimiser", params.optimiser, "adam (the default), adamw or sgd")
              ->transform(CLI::CheckedTransformer(optimisers)));
    group(
        command
            .add_option("--schedule", params.schedule,
                        "how the rate goes over the epochs: constant (the default), cosine, one-cycle, step")
            ->transform(CLI::CheckedTransformer(schedules)));
    group(command.add_option("--warmup", params.warmupEpochs, "epochs over which the rate rises")
              ->capture_default_str());
    group(command.add_option("--weight-decay", params.weightDecay, "with adamw and sgd")
              ->capture_default_str());
    group(command.add_option("--momentum", params.momentum, "with sgd")->capture_default_str());
    group(command
              .add_option("--label-smoothing", params.labelSmoothing,
                          "share of each label that is spread over all classes")
              ->capture_default_str());
    group(command.add_option("--clip", params.clipNorm, "longest gradient; 0: any")->capture_default_str());
    group(command.add_option("--accumulate", params.accumulate, "batches that make one step")
              ->capture_default_str());
    group(command
              .add_option("--head-epochs", params.headEpochs,
                          "train the head alone for so many epochs, then the whole net")
              ->capture_default_str());
    group(command
              .add_option("--layer-decay", params.layerDecay,
                          "each layer's rate is this times that of the next one towards the head")
              ->capture_default_str());
    group(command.add_flag("--class-weights,!--no-class-weights", params.classWeights,
                           "mistakes on rare classes cost more (the default)"));
    group(command
              .add_option("--balance", params.balance,
                          "draw classes in proportion to n^(1-balance) of their n pictures: 0 as they are, 1 "
                          "equally often; class weights make up for what that leaves")
              ->capture_default_str());
    group(command
              .add_option("--average", params.averageDecay,
                          "judge and keep a moving mean of the weights with this decay, as 0.999; 0: none")
              ->capture_default_str());
    group(command
              .add_option("--patience", params.patience,
                          "end after so many epochs without a better macro-F1 on val; 0: never")
              ->capture_default_str());
}

} // namespace nakama
