#pragma once

#include "ui/tabs/evaluate/evaluation_reader.h"
#include "ui/viewmodels/job_runner.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace nakama
{

class EmptyState;
class EvaluationBar;
class EvaluationNotice;
class EvaluationView;
class MapMaker;
class ReportMenu;
class Session;

/** How good a run is: chooses a run and a set, evaluates, and shows what is stored. Everything is read in
 * jobs. */
class EvaluateTab : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluateTab(Session& session, QWidget* parent = nullptr);

    /** Chooses a run of the workspace, and shows what is stored of it. */
    void showRun(const QString& runId, EvaluationSet set = EvaluationSet::Test);

Q_SIGNALS:
    /** There is no run yet, and the person wants to make one. */
    void trainRequested();

private:
    void build();
    void connectSession();

    void takeWorkspace();
    void takeRuns();
    void takeCounts();
    void takeJournal();
    void updateEmptyState();
    /** Reads the chosen run in the background; what was shown of another goes at once. */
    void reload();
    void showPage(EvaluationPage page);
    /** Reads in the background what became of the pictures that are shown. */
    void readNow();
    void updateNotice();
    void updateActions();

    void evaluateOrStop();
    void evaluate(const std::string& runId);
    /** With several views of each picture: a run of its own, which is chosen. */
    void evaluateWithViews();
    void takeJob(const JobSnapshot& job);
    void openPicture(const std::vector<std::size_t>& numbers, int place);
    void openComparison();
    bool isChosen(const QString& runId, EvaluationSet set) const;
    const RunRecord* chosenRun() const;
    /** Why the chosen run cannot be evaluated now; empty where it can. */
    QString evaluationProblem() const;

    Session& m_session;
    std::optional<JobId> m_job; ///< the evaluation that was started here
    bool m_making = false;      ///< the run with several views
    int m_reading = 0;          ///< tells the newest read from those before

    EvaluationBar* m_bar;
    EvaluationNotice* m_notice;
    EvaluationView* m_view;
    MapMaker* m_map;
    ReportMenu* m_report;
    EmptyState* m_empty;
    QPushButton* m_train;
    QStackedWidget* m_pages; ///< nothing to show, or bar and view
};

} // namespace nakama
