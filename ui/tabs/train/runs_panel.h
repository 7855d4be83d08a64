#pragma once

#include "ui/viewmodels/runs_model.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace nakama
{

/** The runs of the workspace, and what can be done with one that has ended. */
class RunsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPanel(QWidget* parent = nullptr);

    void setRuns(std::vector<RunRecord> runs);
    /** Whether the chosen run may be continued now; evaluating is always possible where an epoch was
     * finished. */
    void setTrainingPossible(bool possible);
    /** Null without a choice. */
    const RunRecord* current() const;
    void select(const QString& runId);

Q_SIGNALS:
    void currentChanged();
    void evaluateRequested(const QString& runId);
    void continueRequested(const QString& runId);

private:
    void updateButtons();

    RunsModel* m_model;
    QTableView* m_table;
    QPushButton* m_evaluate;
    QPushButton* m_continue;
    bool m_trainingPossible = false;
};

} // namespace nakama
