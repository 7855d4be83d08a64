#include "ui/viewmodels/copy_groups_model.h"

#include "ui/viewmodels/copy_text.h"

#include <QLocale>

namespace nakama
{

void CopyGroupsModel::setGroups(std::vector<CopyGroupRow> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

int CopyGroupsModel::rowOf(std::int64_t keeper) const
{
    for (std::size_t row = 0; row < m_groups.size(); ++row)
        if (m_groups[row].members.front().image.id == keeper)
            return static_cast<int>(row);
    return -1;
}

int CopyGroupsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int CopyGroupsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CopyGroupsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& group = m_groups[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == PicturesColumn)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case PicturesColumn:
        return QLocale().toString(static_cast<qlonglong>(group.members.size()));
    case KindColumn:
        return copyKindText(group.kind);
    case ClassColumn:
        return copyClassesText(group);
    default:
        return {};
    }
}

QVariant CopyGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PicturesColumn:
        return tr("Pictures");
    case KindColumn:
        return tr("Copies are");
    case ClassColumn:
        return tr("Class");
    default:
        return {};
    }
}

} // namespace nakama
