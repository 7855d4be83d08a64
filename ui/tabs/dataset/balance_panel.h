#pragma once

#include "ui/viewmodels/class_balance_model.h"

#include <QWidget>

class QComboBox;

namespace nakama
{

class BarChart;
class ClassTable;

/** How many pictures each class has, as bars and as a table that choose the same class. */
class BalancePanel : public QWidget
{
    Q_OBJECT

public:
    explicit BalancePanel(QWidget* parent = nullptr);

    void setSnapshot(const WorkspaceSnapshot& snapshot);
    const ClassBalanceModel& model() const { return *m_model; }

Q_SIGNALS:
    /** A person chose this row of the model. */
    void currentRowChanged(int row);

private:
    QWidget* makeChartBox();
    void updateChart();
    void setCurrentRow(int row);

    ClassBalanceModel* m_model;
    WorkspaceSnapshot m_snapshot;
    QComboBox* m_stackedBy; ///< shown where there is a choice
    BarChart* m_chart;
    ClassTable* m_table;
    int m_currentRow = -1;
};

} // namespace nakama
