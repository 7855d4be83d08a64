#pragma once

#include "ui/viewmodels/training_controller.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace nakama
{

class EmptyState;
class RunActions;
class RunView;
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
    /** The training that goes on, the run that is chosen, or several compared. */
    void showChosen();
    bool isTrainingShown() const;
    void readFiles();
    void readRuns(const QStringList& runIds, std::function<void(const std::vector<RunDetails>&)> then);
    QString startProblem() const;
    QStringList classNames() const;

    Session& m_session;
    TrainingController& m_training;
    QStackedWidget* m_pages;
    TrainForm* m_form;
    QPushButton* m_start;
    QLabel* m_problem;
    QPushButton* m_stopNow;
    RunView* m_view;
    RunsPanel* m_runs;
    RunActions* m_actions;
    QTimer m_filesTimer;      ///< what the training that goes on has written is read not too often
    QStringList m_shown;      ///< the runs that are shown; empty for the training that goes on
    QString m_trainedRun;     ///< its evaluation is awaited
    bool m_followRun = false; ///< the run of the training that goes on is to be chosen when it is in the list
};

} // namespace nakama
