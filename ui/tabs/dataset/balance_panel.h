#pragma once

#include "ui/viewmodels/class_balance_model.h"

#include <QWidget>

#include <optional>

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
    /** Draws what a split would use and leave out; nothing: what is there. */
    void setPreview(const std::optional<SplitReport>& preview);
    const ClassBalanceModel& model() const { return *m_model; }

Q_SIGNALS:
    /** A person chose this row of the model, perhaps again. */
    void currentRowChanged(int row);

private:
    QWidget* makeChartBox();
    void updateChart();
    void setCurrentRow(int row);

    ClassBalanceModel* m_model;
    WorkspaceSnapshot m_snapshot;
    std::optional<SplitReport> m_preview;
    QComboBox* m_stackedBy; ///< shown where there is a choice
    BarChart* m_chart;
    ClassTable* m_table;
    int m_currentRow = -1;
};

} // namespace nakama
