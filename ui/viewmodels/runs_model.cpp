#include "ui/viewmodels/runs_model.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

QString cellText(const RunRecord& run, int column)
{
    const QLocale locale;
    switch (column) {
    case RunsModel::StartedColumn:
        return locale.toString(toLocalTime(run.startedAt), QLocale::ShortFormat);
    case RunsModel::ModelColumn:
        return toQString(run.model);
    case RunsModel::StatusColumn:
        return runStatusText(run.status);
    case RunsModel::EpochsColumn:
        return RunsModel::tr("%1 of %2", "epochs done, planned").arg(run.epochs).arg(run.plannedEpochs);
    case RunsModel::MacroColumn:
        return run.epochs > 0 ? locale.toString(run.bestMacro, 'f', 3) : QStringLiteral("–");
    default:
        return {};
    }
}

bool sameRows(const std::vector<RunRecord>& a, const std::vector<RunRecord>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const RunRecord& one, const RunRecord& other) { return one.id == other.id; });
}

} // namespace

RunsModel::RunsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunsModel::setRuns(std::vector<RunRecord> runs)
{
    // The list of a running training changes every epoch: keep the selection where only figures changed.
    if (sameRows(m_runs, runs)) {
        m_runs = std::move(runs);
        if (!m_runs.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, index.column());
    case Qt::ToolTipRole:
        return run.message.empty() ? toQString(run.id)
                                   : QStringLiteral("%1\n%2").arg(toQString(run.id), toQString(run.message));
    case RunIdRole:
        return toQString(run.id);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() >= EpochsColumn ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section >= EpochsColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StartedColumn:
        return tr("Started");
    case ModelColumn:
        return tr("Model");
    case StatusColumn:
        return tr("Status");
    case EpochsColumn:
        return tr("Epochs");
    case MacroColumn:
        return tr("Macro-F1 (val)");
    default:
        return {};
    }
}

QString runStatusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return RunsModel::tr("Running");
    case RunStatus::Finished:
        return RunsModel::tr("Finished");
    case RunStatus::Cancelled:
        return RunsModel::tr("Stopped");
    case RunStatus::Failed:
        return RunsModel::tr("Failed");
    }
    return {};
}

} // namespace nakama
