#include "ui/tabs/train/runs_panel.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QAction>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

RunsPanel::RunsPanel(QWidget* parent)
    : QWidget(parent), m_model(new RunsModel(this)), m_table(new QTableView),
      m_evaluate(new QPushButton(icon(Icon::Evaluate), tr("E&valuate"))),
      m_continue(new QPushButton(icon(Icon::Continue), tr("&Continue"))), m_more(new QToolButton)
{
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::EpochsColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::StatusColumn, QHeaderView::ResizeToContents);
    m_continue->setToolTip(tr("Goes on from the last checkpoint"));
    makeActions();
    auto* title = new QLabel(tr("Runs"));
    title->setToolTip(tr("Choose several to compare them"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* header = new QHBoxLayout;
    header->addWidget(title, 1);
    header->addWidget(m_continue);
    header->addWidget(m_evaluate);
    header->addWidget(m_more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(header);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        update();
        Q_EMIT chosenChanged();
    });
    connect(m_table, &QTableView::activated, m_evaluate, &QPushButton::click);
    connect(m_evaluate, &QPushButton::clicked, this,
            [this] { Q_EMIT evaluateRequested(toQString(current()->id)); });
    connect(m_continue, &QPushButton::clicked, this,
            [this] { Q_EMIT continueRequested(toQString(current()->id)); });
    update();
}

void RunsPanel::makeActions()
{
    m_describe = addAction(tr("&Name and note…"), &RunsPanel::describeRequested);
    m_describe->setShortcut(Qt::Key_F2);
    m_folder = addAction(tr("&Open folder"), &RunsPanel::folderRequested);
    m_delete = new QAction(tr("&Delete…"), this);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_delete, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(chosen()); });
    auto* menu = new QMenu(this);
    for (auto* action : {m_describe, m_folder, m_delete}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        menu->addAction(action);
        m_table->addAction(action);
    }
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_more->setText(tr("More"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

QAction* RunsPanel::addAction(const QString& text, void (RunsPanel::*signal)(const QString&))
{
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, signal] {
        Q_EMIT(this->*signal)(toQString(current()->id));
    });
    return action;
}

void RunsPanel::setRuns(std::vector<RunRecord> runs, std::map<std::string, RunNote> notes)
{
    const QStringList before = chosen();
    m_model->setRuns(std::move(runs), std::move(notes));
    if (before.size() == 1)
        select(before.front());
    update();
}

void RunsPanel::setTrainingPossible(bool possible)
{
    m_trainingPossible = possible;
    update();
}

const RunRecord* RunsPanel::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? &m_model->runs()[static_cast<std::size_t>(rows.front().row())] : nullptr;
}

QStringList RunsPanel::chosen() const
{
    auto rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const auto& row : rows)
        ids << row.data(RunsModel::RunIdRole).toString();
    return ids;
}

QString RunsPanel::title(const QString& runId) const
{
    const QString name = toQString(m_model->note(toStdString(runId)).name);
    return name.isEmpty() ? runId : name;
}

void RunsPanel::select(const QString& runId)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->index(row, 0).data(RunsModel::RunIdRole).toString() == runId &&
            chosen() != QStringList(runId))
            m_table->selectRow(row);
}

void RunsPanel::update()
{
    const auto* run = current();
    m_evaluate->setEnabled(run && run->epochs > 0);
    m_continue->setEnabled(run && m_trainingPossible && run->epochs < run->plannedEpochs &&
                           run->status != RunStatus::Running);
    m_describe->setEnabled(run);
    m_folder->setEnabled(run);
    const auto rows = m_table->selectionModel()->selectedRows();
    const auto trains = [this](const QModelIndex& row) {
        return m_model->runs()[static_cast<std::size_t>(row.row())].status == RunStatus::Running;
    };
    m_delete->setEnabled(!rows.isEmpty() && std::none_of(rows.begin(), rows.end(), trains));
    m_more->setEnabled(!rows.isEmpty());
}

} // namespace nakama
