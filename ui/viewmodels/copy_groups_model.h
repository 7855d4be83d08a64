#pragma once

#include "ui/viewmodels/copies_page.h"

#include <QAbstractTableModel>

namespace nakama
{

/** Groups of copies for a list: how many pictures, what was done to them, and of which class they are. */
class CopyGroupsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PicturesColumn, KindColumn, ClassColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(std::vector<CopyGroupRow> groups);
    const std::vector<CopyGroupRow>& groups() const { return m_groups; }
    /** The row of the group with this keeper; −1 where there is none. */
    int rowOf(std::int64_t keeper) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CopyGroupRow> m_groups;
};

} // namespace nakama
