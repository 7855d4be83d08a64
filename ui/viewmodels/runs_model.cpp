#include "ui/viewmodels/runs_model.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

bool sameRows(const std::vector<RunRecord>& a, const std::vector<RunRecord>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const RunRecord& one, const RunRecord& other) { return one.id == other.id; });
}

} // namespace

RunsModel::RunsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunsModel::setRuns(std::vector<RunRecord> runs, std::map<std::string, RunNote> notes)
{
    m_notes = std::move(notes);
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

RunNote RunsModel::note(const std::string& runId) const
{
    const auto found = m_notes.find(runId);
    return found == m_notes.end() ? RunNote() : found->second;
}

QString RunsModel::cellText(const RunRecord& run, int column) const
{
    const QLocale locale;
    switch (column) {
    case StartedColumn:
        return locale.toString(toLocalTime(run.startedAt), QLocale::ShortFormat);
    case NameColumn:
        return toQString(note(run.id).name);
    case ModelColumn:
        return toQString(run.model);
    case StatusColumn:
        return runStatusText(run.status);
    case EpochsColumn:
        return tr("%1 of %2", "epochs done, planned").arg(run.epochs).arg(run.plannedEpochs);
    case MacroColumn:
        return run.epochs > 0 ? locale.toString(run.bestMacro, 'f', 3) : QStringLiteral("–");
    default:
        return {};
    }
}

QString RunsModel::toolTip(const RunRecord& run) const
{
    QStringList lines{toQString(run.id)};
    for (const auto& line : {run.message, note(run.id).text})
        if (!line.empty())
            lines << toQString(line);
    return lines.join(QLatin1Char('\n'));
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
        return toolTip(run);
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
    case NameColumn:
        return tr("Name");
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
