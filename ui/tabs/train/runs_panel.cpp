#include "ui/tabs/train/runs_panel.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace nakama
{

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent), m_model(new RunsModel(this)), m_table(new QTableView),
      m_evaluate(new QPushButton(icon(Icon::Evaluate), tr("E&valuate"))),
      m_continue(new QPushButton(icon(Icon::Continue), tr("&Continue")))
{
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_continue->setToolTip(tr("Goes on from the last finished epoch"));
    auto* title = new QLabel(tr("Runs"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* header = new QHBoxLayout;
    header->addWidget(title, 1);
    header->addWidget(m_continue);
    header->addWidget(m_evaluate);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(header);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        Q_EMIT currentChanged();
    });
    connect(m_table, &QTableView::activated, m_evaluate, &QPushButton::click);
    connect(m_evaluate, &QPushButton::clicked, this,
            [this] { Q_EMIT evaluateRequested(toQString(current()->id)); });
    connect(m_continue, &QPushButton::clicked, this,
            [this] { Q_EMIT continueRequested(toQString(current()->id)); });
    updateButtons();
}

void RunsPanel::setRuns(std::vector<RunRecord> runs)
{
    const auto* before = current();
    const QString chosen = before ? toQString(before->id) : QString();
    m_model->setRuns(std::move(runs));
    select(chosen);
    updateButtons();
}

void RunsPanel::setTrainingPossible(bool possible)
{
    m_trainingPossible = possible;
    updateButtons();
}

const RunRecord* RunsPanel::current() const
{
    const auto index = m_table->currentIndex();
    return index.isValid() ? &m_model->runs()[static_cast<std::size_t>(index.row())] : nullptr;
}

void RunsPanel::select(const QString& runId)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->index(row, 0).data(RunsModel::RunIdRole).toString() == runId &&
            m_table->currentIndex().row() != row)
            m_table->selectRow(row);
}

void RunsPanel::updateButtons()
{
    const auto* run = current();
    m_evaluate->setEnabled(run && run->epochs > 0);
    m_continue->setEnabled(run && m_trainingPossible && run->epochs > 0 && run->epochs < run->plannedEpochs &&
                           run->status != RunStatus::Running);
}

} // namespace nakama
