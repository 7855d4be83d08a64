#include "ui/tabs/dataset/balance_panel.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/class_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace nakama
{

namespace
{

using Rows = std::vector<ClassBalance>;
enum class StackedBy { Parts, Sources };

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

std::set<std::string> sourcesOf(const WorkspaceSnapshot& snapshot)
{
    std::set<std::string> sources;
    for (const auto& [name, counts] : snapshot.counts.perClassSource)
        for (const auto& [source, count] : counts)
            sources.insert(source);
    return sources;
}

/** Where the pictures of each class come from. The last row may be that of pictures without a label. */
std::vector<BarPart> partsBySource(const Rows& rows, const WorkspaceSnapshot& snapshot)
{
    std::vector<BarPart> parts;
    BarPart rest = partOf(rows, BalancePanel::tr("Without a label"), &ClassBalance::pictures);
    for (const auto& source : sourcesOf(snapshot)) {
        BarPart part{toQString(source), std::vector<double>(rows.size(), 0)};
        for (std::size_t row = 0; row < snapshot.classes.size(); ++row) {
            const auto counts = snapshot.counts.perClassSource.find(snapshot.classes[row].name);
            if (counts == snapshot.counts.perClassSource.end() || !counts->second.contains(source))
                continue;
            part.values[row] = static_cast<double>(counts->second.at(source));
            rest.values[row] -= part.values[row];
        }
        parts.push_back(std::move(part));
    }
    if (!isAllZero(rest))
        parts.push_back(std::move(rest));
    return parts;
}

/** What a split with limits would use of each class, and leave out. */
std::vector<BarPart> partsOfPreview(const Rows& rows, const SplitReport& preview)
{
    BarPart used{BalancePanel::tr("Would be used"), std::vector<double>(rows.size(), 0)};
    BarPart left{BalancePanel::tr("Would be left out"), std::vector<double>(rows.size(), 0)};
    for (std::size_t row = 0; row < std::min(rows.size(), preview.classes.size()); ++row) {
        used.values[row] = preview.classes[row].used;
        left.values[row] = preview.classes[row].labelled - preview.classes[row].used;
    }
    return {used, left};
}

} // namespace

BalancePanel::BalancePanel(QWidget* parent)
    : QWidget(parent), m_model(new ClassBalanceModel(this)), m_stackedBy(new QComboBox),
      m_chart(new BarChart), m_table(new ClassTable)
{
    m_chart->setAxisTitle(tr("Pictures"));
    m_chart->setAccessibleName(tr("Pictures of each class, as bars"));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Pictures of each class, as a table"));
    m_table->horizontalHeader()->setSectionResizeMode(ClassBalanceModel::ClassColumn, QHeaderView::Stretch);
    auto* splitter = new QSplitter;
    splitter->addWidget(makeChartBox());
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
    // The same class again, after a person has listed something else meanwhile.
    connect(m_chart, &BarChart::classActivated, this, &BalancePanel::currentRowChanged);
    connect(m_table, &ClassTable::sourceRowActivated, this, &BalancePanel::currentRowChanged);
    connect(m_table, &QAbstractItemView::clicked, this,
            [this] { Q_EMIT currentRowChanged(m_table->currentSourceRow()); });
}

QWidget* BalancePanel::makeChartBox()
{
    m_stackedBy->addItem(tr("Bars show the parts of the split"), static_cast<int>(StackedBy::Parts));
    m_stackedBy->addItem(tr("Bars show where pictures come from"), static_cast<int>(StackedBy::Sources));
    m_stackedBy->setAccessibleName(tr("What the bars show"));
    connect(m_stackedBy, &QComboBox::currentIndexChanged, this, &BalancePanel::updateChart);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stackedBy);
    layout->addWidget(m_chart, 1);
    return box;
}

/** Without a split, and with several sources, only these are to be told apart. */
void BalancePanel::updateChart()
{
    const bool severalSources = sourcesOf(m_snapshot).size() > 1;
    const bool isSplit = m_snapshot.split.has_value();
    m_stackedBy->setVisible(severalSources && isSplit);
    const bool wantsSources = m_stackedBy->currentData().toInt() == static_cast<int>(StackedBy::Sources);
    QStringList names;
    for (const auto& balance : m_model->rows())
        names << balance.name;
    if (m_preview)
        return m_chart->setData(names, partsOfPreview(m_model->rows(), *m_preview));
    m_chart->setData(names, severalSources && (!isSplit || wantsSources)
                                ? partsBySource(m_model->rows(), m_snapshot)
                                : partsOf(m_model->rows(), isSplit));
}

void BalancePanel::setSnapshot(const WorkspaceSnapshot& snapshot)
{
    m_snapshot = snapshot;
    const int row = std::exchange(m_currentRow, -1);
    m_model->setSnapshot(snapshot);
    updateChart();
    // The same class as before, and nobody is told: what a person has listed meanwhile stays.
    const QSignalBlocker quiet(this);
    setCurrentRow(std::min(row, m_model->rowCount() - 1));
}

void BalancePanel::setPreview(const std::optional<SplitReport>& preview)
{
    m_preview = preview;
    updateChart();
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
