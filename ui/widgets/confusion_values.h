#pragma once

#include "core/evaluation/metrics.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace nakama
{

/** What the cells of a confusion matrix show. */
enum class MatrixScale {
    Counts,
    PerTrueClass,      ///< share of the row: recall on the diagonal
    PerPredictedClass, ///< share of the column: precision on the diagonal
};

/** A confusion matrix with its totals, read in one of the three scales. */
class ConfusionValues
{
public:
    ConfusionValues() = default;
    /** Rows that are shorter than the matrix are taken as filled with 0. */
    explicit ConfusionValues(ConfusionMatrix matrix);

    int size() const { return static_cast<int>(m_rowTotals.size()); }
    std::int64_t count(int row, int column) const;
    std::int64_t rowTotal(int row) const { return m_rowTotals[static_cast<std::size_t>(row)]; }
    std::int64_t columnTotal(int column) const { return m_columnTotals[static_cast<std::size_t>(column)]; }
    std::int64_t largest() const { return m_largest; }

    /** 0 to 1: what the colour shows. Counts are taken relative to the largest; an empty row or column gives
     * 0. */
    double share(int row, int column, MatrixScale scale) const;
    /** What stands in the cell: a count, or whole percent ("<1" for less than half a percent); empty for 0.
     */
    QString text(int row, int column, MatrixScale scale) const;

private:
    ConfusionMatrix m_counts;
    std::vector<std::int64_t> m_rowTotals;
    std::vector<std::int64_t> m_columnTotals;
    std::int64_t m_largest = 0;
};

} // namespace nakama
