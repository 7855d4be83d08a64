#pragma once

#include "ui/viewmodels/training_controller.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace nakama
{

class EmptyState;
class RunCharts;
class RunsPanel;
class TrainForm;

/** Starts a training, shows how it goes, and keeps the list of runs. */
class TrainTab : public QWidget
{
    Q_OBJECT

public:
    TrainTab(Session& session, TrainingController& training, QWidget* parent = nullptr);

Q_SIGNALS:
    /** There is no split yet, and the person wants to make one. */
    void splitRequested();
    /** A run is to be shown in the evaluate tab. */
    void evaluateRequested(const QString& runId);

private:
    QWidget* makeEmpty();
    QWidget* makeSettings();
    QWidget* makeProgress();
    void connectTraining();
    void connectSession();

    void startOrStop();
    void resume(const QString& runId);
    void update();
    void updateRuns();
    /** The curves of the training that goes on, or of the run that is chosen. */
    void showChosenRun();
    void readRun(const QString& runId, std::function<void(const RunDetails&)> then);
    QString startProblem() const;

    Session& m_session;
    TrainingController& m_training;
    QStackedWidget* m_pages;
    TrainForm* m_form;
    QPushButton* m_start;
    QLabel* m_problem;
    RunCharts* m_charts;
    RunsPanel* m_runs;
    QString m_shownRun;       ///< whose curves are shown; empty for the training that goes on
    QString m_trainedRun;     ///< its evaluation is awaited
    bool m_followRun = false; ///< the run of the training that goes on is to be chosen when it is in the list
};

} // namespace nakama
