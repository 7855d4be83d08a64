#pragma once

#include "core/training/run_log.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace nakama
{

/**
 * F1 of each class on validation: after the last epoch, how that differs from the epoch before, and the most
 * it ever was. UserRole is the bare value, for sorting and bars.
 */
class ClassF1Model : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, F1, Change, Best, ColumnCount };

    explicit ClassF1Model(QObject* parent = nullptr);

    void setRun(const QStringList& classes, const std::vector<EpochRecord>& epochs);
    void append(const EpochRecord& epoch);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        double f1 = 0;
        double before = 0;
        double best = 0;
    };
    void take(const EpochRecord& epoch);

    std::vector<Row> m_rows;
    int m_epochs = 0;
};

} // namespace nakama
