#pragma once

#include "core/workflow/runs.h"
#include "ui/viewmodels/job_runner.h"

#include <QDialog>

#include <optional>

class QListWidget;
class QPushButton;
class QTabWidget;

namespace nakama
{

class ComparisonPage;
class Session;

/** Compares runs side by side, on the held-out test set and on the true test set. Closes with the workspace.
 */
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(Session& session, const QString& chosenRun, QWidget* parent = nullptr);

private:
    void addRuns(const QString& chosenRun);
    void updateButton();
    void compareOrStop();
    void compare(EvaluationSet set, ComparisonPage& page);
    std::vector<std::string> checkedRuns() const;

    Session& m_session;
    std::vector<JobId> m_jobs; ///< under way
    QListWidget* m_runs;
    QPushButton* m_compare;
    ComparisonPage* m_test;
    ComparisonPage* m_trueTest;
    QTabWidget* m_pages;
};

} // namespace nakama
