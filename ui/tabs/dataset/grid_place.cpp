#include "ui/tabs/dataset/grid_place.h"

#include "ui/widgets/image_grid.h"

#include <QItemSelectionModel>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;

/** How far a neighbour is looked for; beyond it the row alone says where it was. */
constexpr int neighbours = 100;

} // namespace

GridPlace::GridPlace(ImageGrid& grid, PictureListModel& model) : QObject(&grid), m_grid(grid), m_model(model)
{
    m_givingUp.setSingleShot(true);
    m_givingUp.setInterval(1s);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &GridPlace::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &GridPlace::restore);
    // The grid lays a long list out in batches, so the place may come to be only after some of them.
    connect(grid.verticalScrollBar(), &QScrollBar::rangeChanged, this, &GridPlace::scrollBack);
    connect(&m_givingUp, &QTimer::timeout, this, [this] {
        m_anchorRow = -1;
        m_grid.viewport()->setUpdatesEnabled(true);
    });
}

GridPlace::Spot GridPlace::spotOf(int row) const
{
    Spot spot;
    if (row < 0 || row >= m_model.rowCount())
        return spot;
    spot.row = row;
    spot.ids.push_back(m_model.idAt(row));
    // The one that moves up into the gap is the nearest, as in any list.
    for (int next = row + 1; next < std::min(row + neighbours, m_model.rowCount()); ++next)
        spot.ids.push_back(m_model.idAt(next));
    for (int before = row - 1; before >= std::max(0, row - neighbours); --before)
        spot.ids.push_back(m_model.idAt(before));
    return spot;
}

int GridPlace::rowOf(const Spot& spot) const
{
    if (spot.row < 0)
        return -1;
    for (const auto id : spot.ids)
        if (const int row = m_model.rowOf(id); row >= 0)
            return row;
    return std::min(spot.row, m_model.rowCount() - 1);
}

void GridPlace::remember()
{
    m_selected.clear();
    for (const int row : m_grid.selectedRows())
        m_selected.push_back(m_model.idAt(row));
    m_current = spotOf(m_grid.currentIndex().row());
    auto anchor = m_grid.currentIndex();
    if (!m_grid.viewport()->rect().intersects(m_grid.visualRect(anchor)))
        anchor = m_grid.indexAt(QPoint(m_grid.gridSize().width() / 2, m_grid.gridSize().height() / 2));
    m_anchor = spotOf(anchor.row());
    m_anchorTop = m_grid.visualRect(anchor).top();
}

void GridPlace::restore()
{
    const bool isSame = m_filter == m_model.filter() && m_order == m_model.order();
    m_filter = m_model.filter();
    m_order = m_model.order();
    if (!isSame)
        return m_grid.verticalScrollBar()->setValue(0);
    if (m_model.rowCount() == 0)
        return;
    const std::unordered_set<std::int64_t> wanted(m_selected.begin(), m_selected.end());
    QItemSelection selection;
    for (int row = 0; row < m_model.rowCount() && !wanted.empty(); ++row) {
        const int first = row;
        while (row < m_model.rowCount() && wanted.contains(m_model.idAt(row)))
            ++row;
        if (row > first)
            selection.select(m_model.index(first), m_model.index(row - 1));
    }
    const auto current = m_model.index(rowOf(m_current));
    // The next key is for the picture that took the place of the one that went.
    if (selection.isEmpty() && !wanted.empty() && current.isValid())
        selection.select(current, current);
    m_grid.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_grid.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_anchorRow = rowOf(m_anchor);
    if (m_anchorRow < 0)
        return;
    m_grid.viewport()->setUpdatesEnabled(false);
    m_givingUp.start();
    static_cast<QAbstractItemView&>(m_grid).doItemsLayout();
    scrollBack();
}

void GridPlace::scrollBack()
{
    if (m_anchorRow < 0)
        return;
    auto* const bar = m_grid.verticalScrollBar();
    const QRect there = m_grid.visualRect(m_model.index(m_anchorRow));
    const int value = bar->value() + there.top() - m_anchorTop;
    const auto isLaidOut = [&](int row) { return m_grid.visualRect(m_model.index(row)).height() > 0; };
    if (!isLaidOut(m_anchorRow) || (bar->maximum() < value && !isLaidOut(m_model.rowCount() - 1)))
        return;
    m_anchorRow = -1;
    m_givingUp.stop();
    bar->setValue(value);
    m_grid.viewport()->setUpdatesEnabled(true);
}

} // namespace nakama
