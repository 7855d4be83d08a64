#pragma once

#include "core/evaluation/comparison.h"
#include "core/evaluation/result_table.h"
#include "ui/tabs/evaluate/comparison_tables.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;

namespace nakama
{

class ExportableTable;

/** What runs reached on one set of pictures. */
struct ComparedRuns
{
    std::vector<std::string> ids;
    Comparison comparison;
    ResultTable results; ///< a row for each of ids
    std::vector<std::string> warnings;
};

/** What runs reached on one set of pictures, and which of them is better: in words and in two tables. */
class ComparisonPage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPage(QWidget* parent = nullptr);

    void setComparison(const ComparedRuns& compared, const RunNames& names);
    /** Each run on the pictures that it was judged on itself: no pairs, but what copies did to the figures.
     */
    void setOwnSets(const OwnSets& sets, const RunNames& names);
    /** Why there is nothing to show. */
    void setProblem(const QString& problem);

private:
    void setNotes(const QStringList& sentences, QStringList notes, const std::vector<std::string>& more,
                  const std::vector<std::string>& ids, const RunNames& names);

    QLabel* m_verdict;
    QLabel* m_notes;
    ExportableTable* m_results;
    ExportableTable* m_pairs;
};

} // namespace nakama
