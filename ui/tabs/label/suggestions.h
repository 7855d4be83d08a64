#pragma once

#include "ui/viewmodels/label_controller.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace nakama
{

/** A class that a model finds likely. */
struct SuggestedClass
{
    int classIndex = 0;
    double probability = 0;
};

/**
 * What a run's model says of unlabelled pictures of the pool, asked in a job, and their order by its doubt.
 * Off until a run is given: nothing is computed then. Never of the true test, whose labels are to be people's
 * own.
 */
class Suggestions : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t shownClasses = 3;

    Suggestions(Session& session, LabelController& controller, QObject* parent = nullptr);

    /** Asks this run; empty: off, and what was said is forgotten. */
    void setRun(const QString& runId);
    bool isOn() const { return !m_run.isEmpty(); }
    bool isAsking() const { return m_job.has_value(); }
    /** Why there are none; empty while all is well. */
    const QString& problem() const { return m_problem; }

    /** The likeliest classes, best first; empty where the picture was not asked about, or must not be. */
    std::vector<SuggestedClass> of(const ImageRecord& image) const;

Q_SIGNALS:
    void changed();

private:
    using ById = std::map<std::int64_t, std::vector<SuggestedClass>>;
    struct Asked
    {
        ById classes;                 ///< all that were answered
        std::set<std::int64_t> tried; ///< unreadable ones too, which are not tried again
    };
    static Result<Asked> ask(const Workspace& workspace, Engine& engine, const std::string& runId,
                             const std::set<std::int64_t>& already, JobContext& context);
    bool hasUnasked() const;
    void askWhereNeeded();
    void take(Asked& asked);
    void forget();

    Session& m_session;
    LabelController& m_controller;
    QString m_run;
    QString m_problem;
    Asked m_asked;
    std::optional<JobId> m_job;
};

} // namespace nakama
