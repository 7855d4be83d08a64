#pragma once

#include "ui/viewmodels/job_list_model.h"
#include "ui/viewmodels/session.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace nakama
{

/** The ways from one workspace to another: asks what must be known, and before running jobs are stopped. */
class WorkspaceFlow : public QObject
{
    Q_OBJECT

public:
    WorkspaceFlow(Session& session, JobListModel& jobs, QWidget& window);

    /** What is to be imported once the new workspace is there may be empty. */
    void create(const std::vector<std::filesystem::path>& importAfterwards);
    void choose();
    void open(const QString& folder);
    void openSample();
    void close();

    /** Goes on with then; asks first where jobs of the workspace would be stopped. */
    void whenJobsMayStop(const QString& title, const std::function<void()>& then);

Q_SIGNALS:
    /** The new workspace is open, and these are to be imported into it. */
    void importRequested(const std::vector<std::filesystem::path>& paths);

private:
    void onCountsChanged();

    Session& m_session;
    JobListModel& m_jobs;
    QWidget& m_window;
    std::vector<std::filesystem::path> m_importAfterwards;
};

} // namespace nakama
