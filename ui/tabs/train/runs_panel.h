#pragma once

#include "ui/viewmodels/runs_model.h"

#include <QWidget>

class QAction;
class QPushButton;
class QTableView;
class QToolButton;

namespace nakama
{

/** The runs of the workspace, and what can be done with those that have ended. Several may be chosen. */
class RunsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPanel(QWidget* parent = nullptr);

    void setRuns(std::vector<RunRecord> runs, std::map<std::string, RunNote> notes);
    /** Whether the chosen run may be continued now; evaluating is always possible where an epoch was
     * finished. */
    void setTrainingPossible(bool possible);
    /** The one that is chosen; null where none is, or several. */
    const RunRecord* current() const;
    /** Of all that are chosen, in the order of the list. */
    QStringList chosen() const;
    /** How a run is called: the name that a person gave it, or its id. */
    QString title(const QString& runId) const;
    void select(const QString& runId);

Q_SIGNALS:
    /** Other runs are chosen. */
    void chosenChanged();
    void evaluateRequested(const QString& runId);
    void continueRequested(const QString& runId);
    void describeRequested(const QString& runId);
    void deleteRequested(const QStringList& runIds);
    void folderRequested(const QString& runId);

private:
    void makeActions();
    QAction* addAction(const QString& text, void (RunsPanel::*signal)(const QString&));
    void update();

    RunsModel* m_model;
    QTableView* m_table;
    QPushButton* m_evaluate;
    QPushButton* m_continue;
    QToolButton* m_more;
    QAction* m_describe = nullptr;
    QAction* m_folder = nullptr;
    QAction* m_delete = nullptr;
    bool m_trainingPossible = false;
};

} // namespace nakama
