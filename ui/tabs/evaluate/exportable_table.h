#pragma once

#include "ui/tabs/evaluate/text_table.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace nakama
{

/** A table with its title, and beside it what it can be copied or kept as. */
class ExportableTable : public QWidget
{
    Q_OBJECT

public:
    /** fileName: what is suggested for the CSV, with its ending. */
    explicit ExportableTable(const QString& fileName, QWidget* parent = nullptr);

    void setTable(const TextTable& shown, const TableTexts& texts);
    QTableWidget* table() { return m_table; }

private:
    QString m_fileName;
    TableTexts m_texts;
    QLabel* m_title;
    QTableWidget* m_table;
};

} // namespace nakama
