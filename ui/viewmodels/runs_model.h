#pragma once

#include "core/workspace/records.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace nakama
{

/** The training runs of a workspace, newest first. */
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StartedColumn, ModelColumn, StatusColumn, EpochsColumn, MacroColumn, ColumnCount };
    enum Role { RunIdRole = Qt::UserRole };

    explicit RunsModel(QObject* parent = nullptr);

    void setRuns(std::vector<RunRecord> runs);
    const std::vector<RunRecord>& runs() const { return m_runs; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<RunRecord> m_runs;
};

/** "Finished", "Stopped", … in the person's language. */
QString runStatusText(RunStatus status);

} // namespace nakama
