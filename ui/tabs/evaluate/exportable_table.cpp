#include "ui/tabs/evaluate/exportable_table.h"

#include "ui/widgets/save_file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace nakama
{

ExportableTable::ExportableTable(const QString& fileName, QWidget* parent)
    : QWidget(parent), m_fileName(fileName), m_title(new QLabel(this)), m_table(new QTableWidget(this))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);

    auto* const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    const auto add = [&](const QString& text, const QString& meaning, auto work) {
        auto* const button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(meaning);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, work);
        top->addWidget(button);
    };
    const auto copy = [](const QString& text) { QGuiApplication::clipboard()->setText(text); };
    add(QStringLiteral("Markdown"), tr("Copies the table as Markdown"),
        [this, copy] { copy(m_texts.markdown); });
    add(QStringLiteral("LaTeX"), tr("Copies the table as LaTeX"), [this, copy] { copy(m_texts.latex); });
    add(QStringLiteral("CSV…"), tr("Saves the table as CSV, with all digits"),
        [this] { saveCsv(this, m_texts.csv, m_fileName); });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

void ExportableTable::setTable(const TextTable& shown, const TableTexts& texts)
{
    m_texts = texts;
    m_title->setText(shown.title);
    m_table->setAccessibleName(shown.title);
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(shown.header.size()));
    m_table->setRowCount(static_cast<int>(shown.rows.size()));
    m_table->setHorizontalHeaderLabels(shown.header);
    for (int column = 0; column < shown.meanings.size(); ++column)
        m_table->horizontalHeaderItem(column)->setToolTip(shown.meanings[column]);
    for (int row = 0; row < shown.rows.size(); ++row)
        for (int column = 0; column < shown.rows[row].size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(shown.rows[row][column]));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace nakama
