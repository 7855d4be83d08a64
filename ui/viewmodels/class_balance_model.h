#pragma once

#include "ui/viewmodels/session.h"

#include <QAbstractTableModel>

#include <vector>

namespace nakama
{

/** How many pictures a class has, and in which parts of the split they are. */
struct ClassBalance
{
    int classIndex = -1; ///< −1: pictures without a label
    QString name;
    std::int64_t pictures = 0;
    std::int64_t train = 0;
    std::int64_t val = 0;
    std::int64_t test = 0;
    std::int64_t unsplit = 0;
    double weight = 0; ///< in a class-weighted loss; 0 where nothing is trained on
};

/** The classes of a workspace with their counts, one row a class; a last row for unlabelled pictures, where
 * there are. */
class ClassBalanceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ClassColumn,
        PicturesColumn,
        TrainColumn,
        ValColumn,
        TestColumn,
        WeightColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, ClassIndexRole };

    explicit ClassBalanceModel(QObject* parent = nullptr);

    void setSnapshot(const WorkspaceSnapshot& snapshot);
    const std::vector<ClassBalance>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ClassBalance> m_rows;
};

/** What a split leaves unsaid for small classes, one sentence each, in the person's language. */
QStringList splitWarnings(const WorkspaceSnapshot& snapshot);

} // namespace nakama
