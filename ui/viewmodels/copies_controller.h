#pragma once

#include "ui/viewmodels/copies_page.h"
#include "ui/viewmodels/session.h"

#include <QObject>

namespace nakama
{

/**
 * Looks for copies in the open workspace, and does with them what a person decides; one thing at a time, each
 * a job that ends with the page being read again. Belongs to the workspace that was open when it was made.
 */
class CopiesController : public QObject
{
    Q_OBJECT

public:
    explicit CopiesController(Session& session, QObject* parent = nullptr);

    const CopiesPage& page() const { return m_page; }
    bool isBusy() const { return m_job != 0; }
    /** Why the last thing was not done; empty where it was. */
    const QString& problem() const { return m_problem; }

    // Each does nothing while something is under way.
    void look();
    /** All copies of the last search but the keepers and those of the true test. */
    void setCopiesAside();
    /** Takes the latest setting aside back. */
    void takeBack();
    /** Tells each of the pictures apart from all others of its group, for good, and looks again. */
    void declareNotCopies(const std::vector<std::int64_t>& pictures, const std::vector<std::int64_t>& group);
    /** Asks what is under way to stop. */
    void stop();

Q_SIGNALS:
    /** Busy or not, another page, or a problem. */
    void changed();
    void progressed(const nakama::Progress& progress);

private:
    using Work = std::function<Result<void>(const Workspace&, JobContext&)>;
    void start(const QString& title, Work work);
    void takeEnd(const JobOutcome& outcome, std::optional<CopiesPage>& page);

    Session& m_session;
    CopiesPage m_page;
    QString m_problem;
    JobId m_job = 0;
};

} // namespace nakama
