#pragma once

#include "core/workflow/run_note.h"
#include "core/workspace/records.h"

#include <QAbstractTableModel>
#include <QString>

#include <map>
#include <vector>

namespace nakama
{

/** The training runs of a workspace, newest first. */
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StartedColumn,
        NameColumn,
        ModelColumn,
        StatusColumn,
        EpochsColumn,
        MacroColumn,
        ColumnCount
    };
    enum Role { RunIdRole = Qt::UserRole };

    explicit RunsModel(QObject* parent = nullptr);

    /** notes: by id of the run, where it has one. */
    void setRuns(std::vector<RunRecord> runs, std::map<std::string, RunNote> notes = {});
    /** Empty where a person wrote nothing about the run. */
    RunNote note(const std::string& runId) const;
    const std::vector<RunRecord>& runs() const { return m_runs; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const RunRecord& run, int column) const;
    QString toolTip(const RunRecord& run) const;

    std::vector<RunRecord> m_runs;
    std::map<std::string, RunNote> m_notes;
};

/** "Finished", "Stopped", … in the person's language. */
QString runStatusText(RunStatus status);

} // namespace nakama
