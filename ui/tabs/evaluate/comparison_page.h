#pragma once

#include "core/evaluation/comparison.h"
#include "core/evaluation/result_table.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QTableWidget;

namespace nakama
{

/** What runs reached on one set of pictures, and which of them is better: two tables, to be copied too. */
class ComparisonPage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPage(QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison, const ResultTable& table,
                       const std::vector<std::string>& warnings);
    /** Why there is nothing to show. */
    void setProblem(const QString& problem);

private:
    QLayout* makeButtons();
    void showResults();
    void showPairs(const Comparison& comparison);
    void copy(const std::string& text);

    ResultTable m_table;
    QLabel* m_notes;
    QTableWidget* m_results;
    QTableWidget* m_pairs;
    QWidget* m_buttons;
};

} // namespace nakama
