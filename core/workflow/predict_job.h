#pragma once

#include "core/base/job.h"
#include "core/workflow/loaded_model.h"
#include "core/workflow/picture_queue.h"
#include "core/workflow/run_open_set.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

inline constexpr auto noneVerdict = "none of these";
inline constexpr auto unsureVerdict = "unsure";
inline constexpr auto severalVerdict = "several characters";

/** Who answers. */
struct AnsweringModel
{
    CheckpointInfo info;
    /** Its probabilities are calibrated and its pictures may be refused; nothing: neither. */
    std::optional<FittedOpenSet> openSet;
};

/** A training picture that looks, to a model, like one that was asked about. */
struct NearTraining
{
    std::string sha256;
    double likeness = 0; ///< cosine of the angle between their features: 1 is alike

    bool operator==(const NearTraining&) const = default;
};

/** What a model says about a picture, or why it could say nothing. */
struct PictureAnswer
{
    std::int64_t id = 0; ///< that of the question
    std::filesystem::path file;
    std::vector<std::pair<std::string, double>> top; ///< class and probability, most probable first
    /**
     * severalVerdict where the model's OpenSet calls it a picture of several characters, else noneVerdict
     * where it refuses the picture, else the first class where its probability is at least ½, else
     * unsureVerdict. In this order: a model of one class a picture is as unsure of two as of none.
     */
    std::string verdict;
    std::string problem; ///< empty, or why the picture could not be read; the rest is empty then
    std::vector<std::string> several = {}; ///< with severalVerdict, the class of each half
    std::vector<float> logits = {};        ///< in the order of the model's classes, as evaluation gets them
    std::vector<NearTraining> near = {};   ///< nearest first; none where the model has no OpenSet
};

/** Called on the job's thread; either may be empty. */
struct PredictObserver
{
    std::function<void(const AnsweringModel&)> loaded; ///< once, before the first answer
    std::function<void(PictureAnswer)> answered;       ///< in the queue's order, unreadable ones included
};

/**
 * Answers the pictures of a queue, the next one being read while one is answered, until none waits. Needs no
 * workspace.
 */
class PredictJob : public Job
{
public:
    PredictJob(std::shared_ptr<LoadedModel> model, std::shared_ptr<PictureQueue> pictures,
               PredictObserver observer);

    std::string name() const override { return "predict"; }
    /** Errors: those of loading the model. A picture that cannot be read is an answer, not an error. */
    Result<void> run(JobContext& context) override;

private:
    std::shared_ptr<LoadedModel> m_model;
    std::shared_ptr<PictureQueue> m_pictures;
    PredictObserver m_observer;
};

} // namespace nakama
