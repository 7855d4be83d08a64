#include "ui/widgets/confusion_values.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace nakama
{

ConfusionValues::ConfusionValues(ConfusionMatrix matrix)
    : m_counts(std::move(matrix)), m_rowTotals(m_counts.size(), 0), m_columnTotals(m_counts.size(), 0)
{
    for (std::size_t row = 0; row < m_counts.size(); ++row) {
        m_counts[row].resize(m_counts.size(), 0);
        for (std::size_t column = 0; column < m_counts.size(); ++column) {
            const auto count = m_counts[row][column];
            m_rowTotals[row] += count;
            m_columnTotals[column] += count;
            m_largest = std::max(m_largest, count);
        }
    }
}

std::int64_t ConfusionValues::count(int row, int column) const
{
    return m_counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

double ConfusionValues::share(int row, int column, MatrixScale scale) const
{
    const auto whole = scale == MatrixScale::Counts         ? m_largest
                       : scale == MatrixScale::PerTrueClass ? rowTotal(row)
                                                            : columnTotal(column);
    return whole > 0 ? static_cast<double>(count(row, column)) / static_cast<double>(whole) : 0;
}

QString ConfusionValues::text(int row, int column, MatrixScale scale) const
{
    const auto cell = count(row, column);
    if (cell == 0)
        return {};
    if (scale == MatrixScale::Counts)
        return QLocale().toString(static_cast<qlonglong>(cell));
    const double percent = 100 * share(row, column, scale);
    return percent < 0.5 ? QStringLiteral("<1") : QString::number(std::lround(percent));
}

} // namespace nakama
