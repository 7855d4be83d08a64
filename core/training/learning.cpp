#include "core/training/learning.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nakama
{

NLOHMANN_JSON_SERIALIZE_ENUM(OptimiserKind, {{OptimiserKind::Adam, "adam"},
                                             {OptimiserKind::AdamW, "adamw"},
                                             {OptimiserKind::Sgd, "sgd"}})
NLOHMANN_JSON_SERIALIZE_ENUM(ScheduleKind, {{ScheduleKind::Constant, "constant"},
                                            {ScheduleKind::Cosine, "cosine"},
                                            {ScheduleKind::OneCycle, "one-cycle"},
                                            {ScheduleKind::Step, "step"}})

namespace
{

/** From start to end along half a cosine; share of the way from 0 to 1. */
double alongCosine(double start, double end, double share)
{
    return end + (start - end) * 0.5 * (1 + std::cos(std::numbers::pi * share));
}

/** number counts all steps from 0, as torch's scheduler does. */
double oneCycle(double highest, double number, double total)
{
    constexpr double risingShare = 0.3;
    const double start = highest / 25;
    const double top = risingShare * total - 1;
    const double last = total - 1;
    if (number <= top || last <= top)
        return alongCosine(start, highest, top > 0 ? std::min(number / top, 1.0) : 1);
    return alongCosine(highest, start / 1e4, (number - top) / (last - top));
}

} // namespace

void to_json(nlohmann::json& json, const LearningParams& params)
{
    json = {
        {"optimiser", params.optimiser},        {"rate", params.rate},
        {"weight_decay", params.weightDecay},   {"momentum", params.momentum},
        {"schedule", params.schedule},          {"warmup_epochs", params.warmupEpochs},
        {"class_weights", params.classWeights}, {"label_smoothing", params.labelSmoothing},
        {"clip_norm", params.clipNorm},         {"accumulate", params.accumulate},
        {"head_epochs", params.headEpochs},     {"layer_decay", params.layerDecay},
        {"patience", params.patience},          {"balance", params.balance},
        {"average_decay", params.averageDecay},
    };
}

void from_json(const nlohmann::json& json, LearningParams& params)
{
    json.at("optimiser").get_to(params.optimiser);
    json.at("rate").get_to(params.rate);
    json.at("weight_decay").get_to(params.weightDecay);
    json.at("momentum").get_to(params.momentum);
    json.at("schedule").get_to(params.schedule);
    json.at("warmup_epochs").get_to(params.warmupEpochs);
    json.at("class_weights").get_to(params.classWeights);
    json.at("label_smoothing").get_to(params.labelSmoothing);
    json.at("clip_norm").get_to(params.clipNorm);
    json.at("accumulate").get_to(params.accumulate);
    json.at("head_epochs").get_to(params.headEpochs);
    json.at("layer_decay").get_to(params.layerDecay);
    json.at("patience").get_to(params.patience);
    // Newer than some runs.
    params.balance = json.value("balance", 0.0);
    params.averageDecay = json.value("average_decay", 0.0);
}

Result<void> checkLearning(const LearningParams& params, int epochs)
{
    const auto refuse = [](std::string message) {
        return fail(ErrorCode::InvalidArgument, std::move(message));
    };
    if (!(params.rate > 0) || !std::isfinite(params.rate))
        return refuse(fmt::format("the learning rate must be above 0, not {}", params.rate));
    if (!(params.weightDecay >= 0 && params.weightDecay < 1))
        return refuse(fmt::format("the weight decay must be from 0 to 1, not {}", params.weightDecay));
    if (params.weightDecay > 0 && params.optimiser == OptimiserKind::Adam)
        return refuse("Adam has no weight decay; choose AdamW, which is Adam with it");
    if (!(params.momentum >= 0 && params.momentum < 1))
        return refuse(fmt::format("the momentum must be at least 0 and below 1, not {}", params.momentum));
    if (params.warmupEpochs < 0 || params.warmupEpochs >= std::max(epochs, 1))
        return refuse(fmt::format("the warm-up must be shorter than the {} epochs, not {}", epochs,
                                  params.warmupEpochs));
    if (!(params.labelSmoothing >= 0 && params.labelSmoothing < 1))
        return refuse(
            fmt::format("the label smoothing must be at least 0 and below 1, not {}", params.labelSmoothing));
    if (!(params.clipNorm >= 0))
        return refuse(fmt::format("the longest gradient must not be negative, as {} is", params.clipNorm));
    if (params.accumulate < 1)
        return refuse(fmt::format("a step needs at least 1 batch, not {}", params.accumulate));
    if (params.headEpochs < 0 || params.headEpochs > epochs)
        return refuse(fmt::format("the head can be trained alone in 0 to {} of the epochs, not {}", epochs,
                                  params.headEpochs));
    if (!(params.layerDecay > 0 && params.layerDecay <= 1))
        return refuse(
            fmt::format("the layers' decay must be above 0 and at most 1, not {}", params.layerDecay));
    if (!(params.balance >= 0 && params.balance <= 1))
        return refuse(fmt::format("the balance of the classes must be from 0 to 1, not {}", params.balance));
    if (!(params.averageDecay >= 0 && params.averageDecay < 1))
        return refuse(fmt::format("the decay of the averaged weights must be at least 0 and below 1, not {}",
                                  params.averageDecay));
    if (params.patience < 0)
        return refuse(fmt::format("the patience must not be negative, as {} is", params.patience));
    return {};
}

double learningRateAt(const LearningParams& params, int epoch, int epochs, int step, int steps)
{
    const double done = epoch - 1 + static_cast<double>(step) / steps; // epochs
    if (params.schedule == ScheduleKind::OneCycle)
        return oneCycle(params.rate, done * steps, static_cast<double>(epochs) * steps);
    if (done < params.warmupEpochs)
        return params.rate * (0.01 + 0.99 * done / params.warmupEpochs);
    const double share = (done - params.warmupEpochs) / (epochs - params.warmupEpochs);
    if (params.schedule == ScheduleKind::Cosine)
        return alongCosine(params.rate, 0, share);
    if (params.schedule == ScheduleKind::Step)
        return params.rate * (share < 0.5 ? 1 : share < 0.75 ? 0.1 : 0.01);
    return params.rate;
}

std::string summaryOf(const LearningParams& params)
{
    constexpr const char* optimisers[]{"Adam", "AdamW", "SGD with momentum"};
    constexpr const char* schedules[]{"", ", cosine", ", one cycle", ", steps"};
    std::string text = fmt::format("{}, {}{}", optimisers[static_cast<int>(params.optimiser)], params.rate,
                                   schedules[static_cast<int>(params.schedule)]);
    if (params.warmupEpochs > 0)
        text += fmt::format(", {} epochs of warm-up", params.warmupEpochs);
    if (params.weightDecay > 0)
        text += fmt::format(", weight decay {}", params.weightDecay);
    if (params.clipNorm > 0)
        text += fmt::format(", gradients up to {}", params.clipNorm);
    if (params.accumulate > 1)
        text += fmt::format(", {} batches a step", params.accumulate);
    if (params.balance > 0)
        text += fmt::format(", classes balanced by {}", params.balance);
    if (params.averageDecay > 0)
        text += fmt::format(", weights averaged by {}", params.averageDecay);
    if (params.headEpochs > 0)
        text += fmt::format(", the head alone for {} epochs", params.headEpochs);
    if (params.layerDecay < 1)
        text += fmt::format(", {} of the rate a layer", params.layerDecay);
    return text;
}

} // namespace nakama
