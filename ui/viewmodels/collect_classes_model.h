#pragma once

#include "ui/viewmodels/collect_class_row.h"
#include "ui/viewmodels/session.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace nakama
{

/**
 * The classes of a workspace with what they are searched by and how far each is. A tick says whether a class
 * takes part; the tags may be edited while editing is allowed.
 */
class CollectClassesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ClassColumn,
        TagsColumn,
        OnServerColumn, ///< known after a look ahead
        PicturesColumn, ///< of the class in the workspace, from whatever source
        HaveColumn,     ///< of this search, against what is wanted
        StateColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, ClassIndexRole }; ///< of HaveColumn the sort role is the share, 0…1

    explicit CollectClassesModel(QObject* parent = nullptr);

    /** Ticks and figures of classes that are still there stay. */
    void setSnapshot(const WorkspaceSnapshot& snapshot);
    void setWanted(int wanted);
    void setFigures(const std::map<int, CollectedClass>& figures);
    /** currentClass: the one that is being worked on; −1 for none. */
    void setPhase(CollectPhase phase, int currentClass = -1);
    void setEditable(bool editable);

    /** The classes that are ticked and have a tag. */
    std::vector<CollectWish> wishes() const;
    bool hasTags() const;
    /** Pictures over those classes, none counted beyond what is wanted. */
    struct Totals
    {
        std::int64_t have = 0;
        std::int64_t wanted = 0;
    };
    Totals totals() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /** Ticks, and the text of the tags. */
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tagsEdited(int classIndex, const QString& tags);
    /** A tick was set or removed. */
    void wishesChanged();

private:
    QString text(int row, int column) const;
    QVariant sortValue(int row, int column) const;
    void changed(int first, int last);

    std::vector<CollectClassRow> m_rows;
    int m_wanted = 100;
    CollectPhase m_phase = CollectPhase::Nothing;
    int m_currentClass = -1;
    bool m_editable = true;
};

} // namespace nakama
