#pragma once

#include "core/workflow/set_groups.h"
#include "ui/viewmodels/label_controller.h"

#include <QObject>

#include <memory>
#include <optional>

namespace nakama
{

/** How good a model is by the labels so far. */
struct EstimateSoFar
{
    int pictures = 0; ///< with a label
    int unread = 0;   ///< with a label, but the model could not read them
    int unknown = 0;  ///< with a label that the model has no class for
    double macro = 0;
    std::optional<Interval> interval; ///< 95 %; nothing where there are too few pictures
    int classes = 0;                  ///< that have a picture among these
    int allClasses = 0;
};

/**
 * A model's macro-F1 on the true test, reckoned anew after each stroke from the labels that there are. The
 * model is asked once, and nobody is shown what it says of a picture.
 */
class LiveEstimate : public QObject
{
    Q_OBJECT

public:
    LiveEstimate(Session& session, LabelController& controller, QObject* parent = nullptr);

    /** Asks this run about the whole true test, in a job; the engine must be there. */
    void start(const QString& runId);
    void stop();

    /** The run; empty while nothing was asked for. */
    const QString& run() const { return m_run; }
    bool isAsking() const { return !m_run.isEmpty() && !m_answers && m_problem.isEmpty(); }
    const QString& problem() const { return m_problem; }
    /** Nothing before the first is there, and where nothing is labelled. */
    const std::optional<EstimateSoFar>& estimate() const { return m_estimate; }

Q_SIGNALS:
    void changed();

private:
    /** What the model said of the true test, and which of its pictures are copies. */
    struct Answers
    {
        PredictionTable table;
        KnownCopies copies;
    };
    using Shared = std::shared_ptr<const Answers>;
    static Result<Shared> ask(const Workspace& workspace, Engine& engine, const std::string& runId,
                              JobContext& context);
    static Result<std::optional<EstimateSoFar>> reckon(const Workspace& workspace, const Answers& answers);
    void update();

    Session& m_session;
    LabelController& m_controller;
    QString m_run;
    QString m_problem;
    Shared m_answers;
    std::optional<EstimateSoFar> m_estimate;
};

} // namespace nakama
