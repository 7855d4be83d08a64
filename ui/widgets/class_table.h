#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace nakama
{

/**
 * A table with one row a class over any table model: sorted by a click on a header (by UserRole where the
 * model has it), columns of shares with bars, rows copied as tab-separated text by Ctrl+C.
 */
class ClassTable : public QTableView
{
    Q_OBJECT

public:
    explicit ClassTable(QWidget* parent = nullptr);

    /** The model as it is; the table sorts it by itself. Not owned. */
    void setSource(QAbstractItemModel* model);
    /** Draws the shares of this column as bars. */
    void showBars(int column);

    /** Row of the source model; −1 without a current row. */
    int currentSourceRow() const;
    void setCurrentSourceRow(int row);

Q_SIGNALS:
    void currentSourceRowChanged(int row);
    /** Double click or Enter. */
    void sourceRowActivated(int row);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copySelection() const;

    QSortFilterProxyModel* m_sorted;
};

} // namespace nakama
