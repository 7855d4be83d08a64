#pragma once

#include "core/evaluation/metrics.h"

#include <QAbstractTableModel>

#include <vector>

namespace nakama
{

/** Precision, recall, F1 and support of each class; UserRole is the bare value, for sorting and bars. */
class ClassMetricsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Precision, Recall, F1, Support, ColumnCount };

    explicit ClassMetricsModel(QObject* parent = nullptr);

    void setMetrics(std::vector<ClassMetrics> classes);
    const std::vector<ClassMetrics>& metrics() const { return m_classes; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ClassMetrics> m_classes;
};

} // namespace nakama
