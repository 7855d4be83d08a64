#pragma once

#include "core/engine/engine.h"
#include "core/workflow/runs.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A run's answers on a set, as its model gave them, and the temperature that makes its probabilities honest.
 */
struct RunAnswersOnSet
{
    PredictionTable table;
    double temperature = 1;
    std::vector<SkippedPicture> skipped;
};

/** What runs answer on sets of a workspace, whether they were trained or are derived from others. */
class RunAnswers
{
public:
    using EngineSource = std::function<Result<Engine*>()>;
    RunAnswers(Workspace workspace, EngineSource engine, std::string device = "auto");

    /**
     * Asks the models. The temperature is fitted on validation, where it has not been for this model and
     * these validation pictures with these labels, and kept in temperature.json; without validation pictures
     * it is 1. Errors: NotFound, NotReady, those of the engine.
     */
    Result<RunAnswersOnSet> ask(const std::string& runId, EvaluationSet set, JobContext& context) const;

    /**
     * What the model gave, not calibrated, with the labels of today: from the last evaluation where that is
     * of this model and has all pictures of the set, else by asking. Errors: as ask().
     */
    Result<PredictionTable> ownAnswers(const std::string& runId, EvaluationSet set,
                                       JobContext& context) const;

    /** The same, calibrated by the temperature of today. */
    Result<PredictionTable> calibratedAnswers(const std::string& runId, EvaluationSet set,
                                              JobContext& context) const;

    /** Calibrated answers on any pictures, with a label or without; nothing of them is kept. Errors: as
     * ask().
     */
    Result<PredictionTable> calibratedAnswersOn(const std::string& runId,
                                                const std::vector<LabelledPicture>& pictures,
                                                JobContext& context) const;

private:
    /** What a model that was trained says, or one with several views of each picture. */
    Result<RunAnswersOnSet> askModel(const std::string& runId, std::vector<LabelledPicture> pictures,
                                     JobContext& context) const;
    Result<RunAnswersOnSet> askUncalibrated(const std::string& runId, EvaluationSet set,
                                            JobContext& context) const;
    /** Nothing where the last evaluation is of another model, or lacks one of the pictures. */
    std::optional<PredictionTable> keptAnswers(const std::string& runId, EvaluationSet set,
                                               const std::vector<LabelledPicture>& pictures) const;
    Result<double> temperatureOf(const std::string& runId, EvaluationSet set, const PredictionTable& answers,
                                 JobContext& context) const;

    Workspace m_workspace;
    EngineSource m_engine;
    std::string m_device;
};

} // namespace nakama
