#pragma once

#include "ui/viewmodels/job_runner.h"

#include <QObject>
#include <QString>

#include <optional>

namespace nakama
{

class EvaluationView;
class Session;
enum class ProjectionMethod;

/** Makes the map of the page that is shown, in the background, and says on the page how far that is. */
class MapMaker : public QObject
{
    Q_OBJECT

public:
    MapMaker(Session& session, EvaluationView& view, QObject* parent);

    /** problem: why the run cannot be asked now; empty where it can. */
    void setProblem(const QString& problem);
    /** Another page is shown, or a job has ended. */
    void update();
    /** What is under way is of no use any more. */
    void forget();

private:
    void make(ProjectionMethod method);
    QString problem() const;

    Session& m_session;
    EvaluationView& m_view;
    QString m_problem;
    std::optional<JobId> m_job;
};

} // namespace nakama
