#pragma once

#include "core/workflow/runs.h"
#include "ui/tabs/evaluate/comparison_tables.h"
#include "ui/viewmodels/job_runner.h"

#include <QDialog>

#include <set>
#include <string>
#include <vector>

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

Q_SIGNALS:
    /** There is a new run, or one that was made before, which answers with the checked ones. */
    void ensembleMade(const QString& runId);

private:
    QWidget* makeLeft();
    /** All that can be compared; those that are checked stay so. */
    void fillRuns();
    void updateButtons();
    void makeEnsemble();
    RunNames names() const;
    void compareOrStop();
    void compare(EvaluationSet set, ComparisonPage& page);
    void compareOwnSets();
    void takeEnd(JobId job);
    std::vector<std::string> checkedRuns() const;

    Session& m_session;
    std::vector<JobId> m_jobs; ///< under way
    QListWidget* m_runs;
    QPushButton* m_compare;
    QPushButton* m_ensemble;
    bool m_making = false;           ///< an ensemble
    std::set<std::string> m_checked; ///< also where the list does not know it yet
    ComparisonPage* m_test;
    ComparisonPage* m_trueTest;
    ComparisonPage* m_ownSets;
    QTabWidget* m_pages;
};

} // namespace nakama
