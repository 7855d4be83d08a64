#include "ui/viewmodels/collect_classes_model.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

template<typename Map>
std::int64_t countOf(const Map& counts, const std::string& key)
{
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

bool isNumber(int column)
{
    return column == CollectClassesModel::OnServerColumn || column == CollectClassesModel::PicturesColumn ||
           column == CollectClassesModel::HaveColumn;
}

} // namespace

CollectClassesModel::CollectClassesModel(QObject* parent) : QAbstractTableModel(parent) {}

void CollectClassesModel::setSnapshot(const WorkspaceSnapshot& snapshot)
{
    std::vector<CollectClassRow> rows;
    for (const auto& info : snapshot.classes) {
        CollectClassRow row;
        row.name = toQString(info.displayName.empty() ? info.name : info.displayName);
        row.tags = toQString(info.danbooruTag);
        row.pictures = countOf(snapshot.counts.perClass, info.name);
        if (const auto sources = snapshot.counts.perClassSource.find(info.name);
            sources != snapshot.counts.perClassSource.end())
            row.collected = countOf(sources->second, "danbooru");
        if (rows.size() < m_rows.size() && m_rows[rows.size()].name == row.name) {
            row.isTicked = m_rows[rows.size()].isTicked;
            row.figures = std::move(m_rows[rows.size()].figures);
        }
        rows.push_back(std::move(row));
    }
    if (rows.size() == m_rows.size()) { // so that selection and scroll position stay
        m_rows = std::move(rows);
        return changed(0, rowCount() - 1);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CollectClassesModel::setWanted(int wanted)
{
    m_wanted = wanted;
    changed(0, rowCount() - 1);
}

void CollectClassesModel::setFigures(const std::map<int, CollectedClass>& figures)
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto found = figures.find(row);
        m_rows[static_cast<std::size_t>(row)].figures =
            found == figures.end() ? std::nullopt : std::optional(found->second);
    }
    changed(0, rowCount() - 1);
}

void CollectClassesModel::setPhase(CollectPhase phase, int currentClass)
{
    m_phase = phase;
    m_currentClass = currentClass;
    changed(0, rowCount() - 1);
}

void CollectClassesModel::setEditable(bool editable)
{
    m_editable = editable;
    changed(0, rowCount() - 1);
}

void CollectClassesModel::changed(int first, int last)
{
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

std::vector<CollectWish> CollectClassesModel::wishes() const
{
    std::vector<CollectWish> wishes;
    for (int row = 0; row < rowCount(); ++row)
        if (const auto& one = m_rows[static_cast<std::size_t>(row)]; one.isTicked && !one.tags.isEmpty())
            wishes.push_back({row, m_wanted});
    return wishes;
}

bool CollectClassesModel::hasTags() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const CollectClassRow& row) { return !row.tags.isEmpty(); });
}

CollectClassesModel::Totals CollectClassesModel::totals() const
{
    Totals totals;
    for (const auto& wish : wishes()) {
        const auto& row = m_rows[static_cast<std::size_t>(wish.classIndex)];
        totals.have += std::min<std::int64_t>(row.have(), wish.wanted);
        totals.wanted += wish.wanted;
    }
    return totals;
}

QString CollectClassesModel::text(int index, int column) const
{
    const auto& row = m_rows[static_cast<std::size_t>(index)];
    switch (column) {
    case ClassColumn:
        return row.name;
    case TagsColumn:
        return row.tags;
    case OnServerColumn:
        return row.figures && row.figures->countOnServer ? number(*row.figures->countOnServer)
                                                         : QStringLiteral("–");
    case PicturesColumn:
        return number(row.pictures);
    case HaveColumn:
        return row.tags.isEmpty() ? QStringLiteral("–")
                                  : tr("%1 of %2", "pictures that are there, wanted")
                                        .arg(number(row.have()), number(m_wanted));
    case StateColumn: {
        const int failed = row.figures ? row.figures->failed : 0;
        const QString state = collectStateText(row, m_phase, index == m_currentClass, m_wanted);
        return failed > 0 ? QStringList{state, tr("%n failed", nullptr, failed)}.join(QStringLiteral(" · "))
                          : state;
    }
    default:
        return {};
    }
}

QVariant CollectClassesModel::sortValue(int index, int column) const
{
    const auto& row = m_rows[static_cast<std::size_t>(index)];
    switch (column) {
    case OnServerColumn:
        return row.figures && row.figures->countOnServer ? static_cast<qlonglong>(*row.figures->countOnServer)
                                                         : qlonglong{-1};
    case PicturesColumn:
        return static_cast<qlonglong>(row.pictures);
    case HaveColumn:
        return m_wanted > 0 ? static_cast<double>(row.have()) / m_wanted : 0.0;
    default:
        return text(index, column);
    }
}

int CollectClassesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CollectClassesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CollectClassesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::EditRole:
        return index.column() == TagsColumn ? QVariant(row.tags) : QVariant();
    case Qt::CheckStateRole:
        if (index.column() == ClassColumn)
            return row.isTicked ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ToolTipRole:
        return index.column() == StateColumn
                   ? text(index.row(), StateColumn) + QLatin1Char('\n') + collectToolTip(row)
                   : collectToolTip(row);
    case SortRole:
        return sortValue(index.row(), index.column());
    case ClassIndexRole:
        return index.row();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

bool CollectClassesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!m_editable || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    auto& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == ClassColumn && role == Qt::CheckStateRole) {
        row.isTicked = value.toInt() == Qt::Checked;
        changed(index.row(), index.row());
        Q_EMIT wishesChanged();
        return true;
    }
    if (index.column() != TagsColumn || role != Qt::EditRole)
        return false;
    const QString tags = value.toString().simplified();
    if (tags == row.tags)
        return false;
    row.tags = tags;
    row.figures.reset();
    changed(index.row(), index.row());
    Q_EMIT tagsEdited(index.row(), tags);
    return true;
}

Qt::ItemFlags CollectClassesModel::flags(const QModelIndex& index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (!m_editable || !index.isValid())
        return flags;
    if (index.column() == ClassColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == TagsColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant CollectClassesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == PicturesColumn)
        return tr("Pictures of the class in the workspace, from whatever source");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case TagsColumn:
        return tr("Tags");
    case OnServerColumn:
        return tr("On the server");
    case PicturesColumn:
        return tr("In all");
    case HaveColumn:
        return tr("Collected");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace nakama
