#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace nakama
{

/** Adam: β = (0.9, 0.999), ε = 1e-8. AdamW: the same with decoupled decay. Sgd: with momentum. */
enum class OptimiserKind { Adam, AdamW, Sgd };

/**
 * How the learning rate goes over the epochs. Cosine: half a cosine to 0. OneCycle: up from a 25th over three
 * tenths of the time, then down to nearly nothing (torch.optim.lr_scheduler.OneCycleLR, cosine). Step: a
 * tenth after half of the time, a hundredth after three quarters.
 */
enum class ScheduleKind { Constant, Cosine, OneCycle, Step };

/** How the weights are moved; the defaults are the recipe. */
struct LearningParams
{
    OptimiserKind optimiser = OptimiserKind::Adam;
    double rate = 1e-3;
    double weightDecay = 0; ///< AdamW and Sgd; on matrices and kernels, not on biases and norms
    double momentum = 0.9;  ///< Sgd
    ScheduleKind schedule = ScheduleKind::Constant;
    int warmupEpochs =
        0; ///< over which the rate rises from a hundredth; not with OneCycle, which has its own
    bool classWeights = true; ///< w_k = (1/n_k) / Σ(1/n_j) · K in the loss
    /** Each epoch draws classes in proportion to n^(1−balance) of their n pictures: 0: every picture once; 1:
     * every class equally often. Class weights make up for what that leaves, so together nothing counts
     * twice. */
    double balance = 0;
    /** Above 0, validation and the best checkpoint use a mean of the weights in which each step counts this
     * times the next one; 0: the weights themselves. */
    double averageDecay = 0;
    double labelSmoothing = 0; ///< this share of each label is spread over all classes
    double clipNorm = 0;       ///< longest gradient of all parameters together; 0: any
    int accumulate = 1;        ///< batches whose gradients make one step
    int headEpochs = 0;        ///< first the head alone for so many of the epochs, then the whole net
    double layerDecay = 1;     ///< each layer's rate is this times that of the next one towards the head
    int patience = 0; ///< ends the run after so many epochs without a better macro-F1 on val; 0: never

    bool operator==(const LearningParams&) const = default;
};

void to_json(nlohmann::json& json, const LearningParams& params);
void from_json(const nlohmann::json& json, LearningParams& params);

/** Error: InvalidArgument, naming the setting and what it may be. */
Result<void> checkLearning(const LearningParams& params, int epochs);

/** The rate of a step (from 0) of an epoch (from 1). */
double learningRateAt(const LearningParams& params, int epoch, int epochs, int step, int steps);

/** "Adam, 0.001, cosine": for reports. */
std::string summaryOf(const LearningParams& params);

} // namespace nakama
