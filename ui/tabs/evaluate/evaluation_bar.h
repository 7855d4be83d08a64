#pragma once

#include "core/workflow/derived_run.h"
#include "core/workflow/run_note.h"
#include "core/workflow/runs.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace nakama
{

/** Chooses a run and a set, and holds what can be done with them. Knows no session. */
class EvaluationBar : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationBar(QWidget* parent = nullptr);

    /** Newest first; notes by id of the run. The chosen run stays; where it was the newest, or is gone, the
     * newest is chosen. */
    void setRuns(const std::vector<RunRecord>& runs, const std::map<std::string, RunNote>& notes = {});
    /** Pictures in each set by its name; the true test is offered only where it has some. */
    void setCounts(const std::map<std::string, std::int64_t>& perSplit);

    /** Empty: no run. */
    QString run() const;
    EvaluationSet set() const;
    /** A run that is not known yet is chosen when it comes. */
    void choose(const QString& run, EvaluationSet set);

    /** How each picture is to be looked at; Plain where the chosen run looks in a way of its own already. */
    TestViews views() const;
    void takeOneView();
    /** What the chosen run answers with; nothing where it was trained. */
    void setDerived(const std::optional<DerivedRun>& derived);

    enum class Action { Evaluate, EvaluateAgain, Stop };
    /** problem: why the button cannot be used; may be empty. */
    void setAction(Action action, const QString& problem);
    /** A short line beside the button: how far the evaluation is. */
    void setProgress(const QString& text);
    /** Not owned. */
    void setReportMenu(QMenu* menu);
    void setReportAvailable(bool available);
    /** Not owned. */
    void setExportMenu(QMenu* menu);
    void setExportAvailable(bool available);

Q_SIGNALS:
    /** Another run or set, by the person or because a newer run came. */
    void chosen();
    void viewsChosen();
    void actionRequested();
    void compareRequested();

private:
    QString m_wanted; ///< run that was to be chosen before it was known
    QComboBox* m_runs;
    QComboBox* m_sets;
    QComboBox* m_views;
    QPushButton* m_action;
    QLabel* m_progress;
    QPushButton* m_compare;
    QPushButton* m_report;
    QPushButton* m_export;
};

} // namespace nakama
