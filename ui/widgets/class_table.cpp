#include "ui/widgets/class_table.h"

#include "ui/widgets/bar_delegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

namespace nakama
{

ClassTable::ClassTable(QWidget* parent) : QTableView(parent), m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSortRole(Qt::UserRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    setModel(m_sorted);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setAccessibleName(tr("Classes"));

    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentSourceRowChanged(currentSourceRow()); });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT sourceRowActivated(m_sorted->mapToSource(index).row());
    });
}

void ClassTable::setSource(QAbstractItemModel* model)
{
    m_sorted->setSourceModel(model);
    // Names take what is left over, so that the figures stay together.
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (model != nullptr && model->columnCount() > 0)
        horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ClassTable::showBars(int column)
{
    setItemDelegateForColumn(column, new BarDelegate(this));
}

int ClassTable::currentSourceRow() const
{
    return m_sorted->mapToSource(currentIndex()).row();
}

void ClassTable::setCurrentSourceRow(int row)
{
    const auto* const source = m_sorted->sourceModel();
    if (source == nullptr)
        return;
    const QModelIndex index = m_sorted->mapFromSource(source->index(row, 0));
    if (index.isValid())
        selectRow(index.row());
    else
        selectionModel()->clear();
}

/** Where Tab leads here, Qt makes the first row the current one; but nobody has chosen it. */
void ClassTable::focusInEvent(QFocusEvent* event)
{
    const bool isChosen = currentIndex().isValid();
    const QSignalBlocker quiet(this);
    QTableView::focusInEvent(event);
    if (!isChosen)
        selectionModel()->clearCurrentIndex();
}

void ClassTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void ClassTable::copySelection() const
{
    QStringList lines;
    const auto line = [this](const auto& cellText) {
        QStringList cells;
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells << cellText(column);
        return cells.join(QLatin1Char('\t'));
    };
    lines << line([this](int column) { return m_sorted->headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (selectionModel()->isRowSelected(row))
            lines << line([&](int column) { return m_sorted->index(row, column).data().toString(); });
    if (lines.size() > 1)
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace nakama
