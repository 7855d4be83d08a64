#include "app/cli/commands/train_command.h"

#include "app/cli/learning_options.h"
#include "app/cli/training_progress.h"
#include "core/base/paths.h"
#include "core/models/published_weights.h"
#include "core/workflow/estimate_training_job.h"
#include "core/workflow/find_rate_job.h"
#include "core/workflow/runs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

nlohmann::json classWeightsOf(const TrainingResult& result, const std::vector<std::string>& classes)
{
    auto json = nlohmann::json::object();
    for (std::size_t i = 0; i < std::min(classes.size(), result.classWeights.size()); ++i)
        json[classes[i]] = result.classWeights[i];
    return json;
}

nlohmann::json epochJson(const EpochRecord& epoch)
{
    return {{"epoch", epoch.epoch},
            {"train_loss", epoch.trainLoss},
            {"val",
             {{"loss", epoch.valLoss},
              {"micro", epoch.val.micro},
              {"macro", epoch.val.macro},
              {"weighted", epoch.val.weighted}}},
            {"learning_rate", epoch.learningRate},
            {"images_per_second", epoch.imagesPerSecond},
            {"data_wait_share", epoch.dataWaitShare},
            {"seconds", epoch.seconds}};
}

Result<std::filesystem::path> weightsToStartFrom(const std::string& wanted, const std::string& model)
{
    if (wanted != "published") {
        if (!wanted.empty() && !std::filesystem::exists(wanted))
            return fail(ErrorCode::InvalidArgument,
                        "there is no such file; name a weight file, or say --weights published", wanted);
        return std::filesystem::path(wanted);
    }
    const auto* weights = findPublishedWeights(model);
    if (!weights)
        return fail(ErrorCode::InvalidArgument, fmt::format("no weights are published for '{}'", model));
    if (!areWeightsPresent(cacheFolder(), *weights))
        return fail(
            ErrorCode::NotReady,
            fmt::format("the published weights of {} ({} MB) are not here yet; get them with: nakama-cli "
                        "models fetch {}",
                        model, weights->megabytes, model));
    return weightsPath(cacheFolder(), *weights);
}

} // namespace

CLI::App* TrainCommand::declare(CLI::App& app)
{
    auto* command = app.add_subcommand("train", "train a model on the workspace's split");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--model", m_request.model, "the model, see models list")->capture_default_str();
    command->add_option("--weights", m_weights,
                        "what to start from: a weight file or folder, or published: those of models fetch");
    m_epochs = command->add_option("--epochs", m_request.epochs, "how many times each picture is seen")
                   ->capture_default_str()
                   ->check(CLI::Range(1, 100'000));
    command
        ->add_option("--batch", m_request.batchSize,
                     "pictures a step; auto: the most that fit, by measuring a few")
        ->capture_default_str()
        ->transform(CLI::Transformer({{"auto", "0"}}))
        ->check(CLI::Range(0, 4096));
    declareCompute(*command, m_request.compute);
    command->add_option("--size", m_request.inputSize, "side of the model's input, if not its own")
        ->check(CLI::Range(32, 1024));
    command
        ->add_option(
            "--freeze", m_freeze,
            "body: only the head learns; none: all layers do; if not given, as the recipe says: body for "
            "EfficientNetV2 and BEiT that start from weights")
        ->check(CLI::IsMember({"none", "body"}));
    command
        ->add_option("--views", m_request.views,
                     "with --freeze body: augmented views of each picture whose features are kept on the "
                     "disk and used in turn; each fourth epoch adds one when all were seen four times; "
                     "0: new views in every epoch")
        ->capture_default_str()
        ->check(CLI::Range(0, 1000));
    command->add_flag("--no-augment", m_noAugment, "train on the evaluation crop");
    command->add_option("--device", m_request.device,
                        "auto, cpu or cuda:N; auto, or that of the run to go on with, if not given");
    command->add_option("--loader-threads", m_request.loaderThreads, "0: one a core")
        ->check(CLI::Range(0, 64));
    command->add_flag("--in-memory", m_request.picturesInMemory,
                      "keep all shrunk pictures in memory, also above 1 GB; refused where they do not fit");
    command->add_option("--seed", m_request.seed, "the same seed gives the same run")->capture_default_str();
    declareLearning(*command, m_request.learning);
    command
        ->add_option("--checkpoint-minutes", m_request.checkpointMinutes,
                     "how often a checkpoint is written within long epochs")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1e6));
    command->add_option("--config", m_request.config,
                        "repeat a run: its config.json; of the other settings only --device counts");
    command->add_flag("--find-rate", m_findRate, "try learning rates and suggest one; makes no run");
    command->add_flag("--estimate", m_estimate, "tell what it would take of memory and time; makes no run");
    command->add_option("--resume", m_request.resumeRun, "go on with this run (an id, or latest)");
    return command;
}

Result<CommandOutput> TrainCommand::run(CommandContext& context)
{
    if (!m_freeze.empty())
        m_request.freeze = m_freeze == "body" ? FreezeMode::Body : FreezeMode::None;
    m_request.augment = !m_noAugment;
    if (!m_request.resumeRun.empty() && m_epochs->count() == 0)
        m_request.epochs = 1; // as many as were planned; only what is asked for makes them more
    NAKAMA_TRY(m_request.weights, weightsToStartFrom(m_weights, m_request.model));
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, Access::ReadWrite));
    NAKAMA_TRY(auto* engine, context.engine());

    if (m_findRate)
        return findRate(workspace, context);
    if (m_estimate)
        return estimate(workspace, context);
    TrainJob job(workspace, *engine, m_request, trainingProgress(context));
    const auto outcome = context.run(job);
    if (!job.runId().empty())
        context.setStateKept({{"run", job.runId()}});
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            context.say(fmt::format("{}; go on with: nakama-cli train {} --resume {}",
                                    context.cancelledNow() ? "All up to the last checkpoint is kept"
                                                           : "All up to this batch is kept",
                                    m_folder.string(), job.runId()));
        return fail(outcome.error());
    }

    NAKAMA_TRY(const auto details, loadRun(workspace, job.runId()));
    const auto& result = job.result();
    CommandOutput output;
    output.json = {{"run", job.runId()},
                   {"model", details.config.model},
                   {"device", result.device},
                   {"epochs", nlohmann::json::array()},
                   {"best_epoch", result.bestEpoch},
                   {"class_weights", classWeightsOf(result, details.config.classes)},
                   {"checkpoint", result.bestCheckpoint.string()},
                   {"skipped", nlohmann::json::array()}};
    for (const auto& epoch : result.epochs)
        output.json["epochs"].push_back(epochJson(epoch));
    for (const auto& skipped : result.skipped)
        output.json["skipped"].push_back({{"path", skipped.file.string()}, {"reason", skipped.reason}});
    output.text =
        fmt::format("Run {}: best epoch {}, macro-F1 {:.4f} on val.\nNext: nakama-cli evaluate {} --run {} "
                    "--split test\n",
                    job.runId(), result.bestEpoch, details.record.bestMacro, m_folder.string(), job.runId());
    return output;
}

Result<CommandOutput> TrainCommand::findRate(const Workspace& workspace, CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    FindRateJob job(workspace, *engine, m_request);
    NAKAMA_CHECK(context.run(job));
    const auto& search = job.result();
    CommandOutput output;
    output.json = {{"trials", nlohmann::json::array()}, {"suggested", nullptr}};
    for (const auto& trial : search.trials)
        output.json["trials"].push_back({{"rate", trial.rate}, {"loss", trial.loss}});
    if (search.suggested > 0)
        output.json["suggested"] = search.suggested;
    output.text = search.suggested > 0
                      ? fmt::format("Tried {} rates; the loss falls fastest at --lr {:.2g}\n",
                                    search.trials.size(), search.suggested)
                      : "The loss falls with none of the rates; look at the settings and the pictures.\n";
    return output;
}

Result<CommandOutput> TrainCommand::estimate(const Workspace& workspace, CommandContext& context)
{
    NAKAMA_TRY(auto* engine, context.engine());
    EstimateTrainingJob job(workspace, *engine, m_request);
    NAKAMA_CHECK(context.run(job));
    const auto& estimate = job.result();
    CommandOutput output;
    output.json = {{"batch", estimate.batchSize},
                   {"bytes", estimate.bytes()},
                   {"training_bytes", estimate.trainingBytes},
                   {"evaluation_bytes", estimate.evaluationBytes},
                   {"available_bytes", estimate.availableBytes},
                   {"largest_batch", estimate.largestBatch},
                   {"fits", estimate.fits()},
                   {"seconds", job.seconds()}};
    output.text = fmt::format("A batch of {} takes about {} MB", estimate.batchSize, estimate.bytes() >> 20);
    if (estimate.availableBytes > 0)
        output.text += fmt::format(" of {} MB that are free", estimate.availableBytes >> 20);
    output.text += estimate.fits() ? fmt::format("; the training takes about {:.0f} s.\n", job.seconds())
                                   : fmt::format("; it does not fit, {} would.\n", estimate.largestBatch);
    return output;
}

} // namespace nakama
