#include "ui/tabs/dataset/balance_panel.h"

#include "ui/widgets/bar_chart.h"
#include "ui/widgets/class_table.h"

#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

using Rows = std::vector<ClassBalance>;

BarPart partOf(const Rows& rows, const QString& name, std::int64_t ClassBalance::*count)
{
    BarPart part{name, {}};
    for (const auto& row : rows)
        part.values.push_back(static_cast<double>(row.*count));
    return part;
}

bool isAllZero(const BarPart& part)
{
    return std::all_of(part.values.begin(), part.values.end(), [](double value) { return value == 0; });
}

std::vector<BarPart> partsOf(const Rows& rows, bool isSplit)
{
    if (!isSplit)
        return {partOf(rows, BalancePanel::tr("Pictures"), &ClassBalance::pictures)};
    std::vector<BarPart> parts{partOf(rows, BalancePanel::tr("Train"), &ClassBalance::train),
                               partOf(rows, BalancePanel::tr("Validation"), &ClassBalance::val),
                               partOf(rows, BalancePanel::tr("Test"), &ClassBalance::test)};
    if (auto rest = partOf(rows, BalancePanel::tr("Not split"), &ClassBalance::unsplit); !isAllZero(rest))
        parts.push_back(std::move(rest));
    return parts;
}

} // namespace

BalancePanel::BalancePanel(QWidget* parent)
    : QWidget(parent), m_model(new ClassBalanceModel(this)), m_chart(new BarChart), m_table(new ClassTable)
{
    m_chart->setAxisTitle(tr("Pictures"));
    m_chart->setAccessibleName(tr("Pictures of each class, as bars"));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Pictures of each class, as a table"));
    m_table->horizontalHeader()->setSectionResizeMode(ClassBalanceModel::ClassColumn, QHeaderView::Stretch);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_chart);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({420, 480});
    m_chart->setMinimumWidth(260);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_chart, &BarChart::currentClassChanged, this, &BalancePanel::setCurrentRow);
    connect(m_table, &ClassTable::currentSourceRowChanged, this, &BalancePanel::setCurrentRow);
}

void BalancePanel::setSnapshot(const WorkspaceSnapshot& snapshot)
{
    const int row = m_currentRow;
    m_model->setSnapshot(snapshot);
    QStringList names;
    for (const auto& balance : m_model->rows())
        names << balance.name;
    m_chart->setData(names, partsOf(m_model->rows(), snapshot.split.has_value()));
    m_currentRow = -1;
    if (!m_model->rows().empty())
        setCurrentRow(std::clamp(row, 0, m_model->rowCount() - 1));
}

void BalancePanel::setCurrentRow(int row)
{
    if (row < 0 || row == m_currentRow)
        return;
    m_currentRow = row;
    m_chart->setCurrentClass(row);
    m_table->setCurrentSourceRow(row);
    Q_EMIT currentRowChanged(row);
}

} // namespace nakama
