#include "ui/tabs/collect/failures_panel.h"

#include "ui/viewmodels/collect_failures_model.h"
#include "ui/widgets/class_table.h"

#include <QAbstractProxyModel>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <numeric>
#include <set>

namespace nakama
{

FailuresPanel::FailuresPanel(Session& session, CollectController& controller, QWidget* parent)
    : QWidget(parent), m_session(session), m_controller(controller), m_model(new CollectFailuresModel(this)),
      m_title(new QLabel), m_table(new ClassTable), m_again(new QPushButton(tr("&Try again"))),
      m_allAgain(new QPushButton(tr("T&ry all again")))
{
    m_table->setObjectName(QStringLiteral("failures"));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Pictures that could not be had"));
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(CollectFailuresModel::ClassColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(CollectFailuresModel::ReasonColumn, QHeaderView::Stretch);
    m_again->setObjectName(QStringLiteral("tryAgain"));
    m_allAgain->setObjectName(QStringLiteral("tryAllAgain"));
    m_again->setToolTip(tr("Asks for the chosen ones once more"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_again);
    row->addWidget(m_allAgain);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);

    connect(&controller, &CollectController::failuresChanged, this, &FailuresPanel::update);
    connect(&controller, &CollectController::stateChanged, this, &FailuresPanel::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FailuresPanel::updateButtons);
    connect(m_table, &ClassTable::sourceRowActivated, this, [this](int one) {
        Q_EMIT pageRequested(m_model->failures()[static_cast<std::size_t>(one)].postId);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { tryAgain(selectedRows()); });
    connect(m_allAgain, &QPushButton::clicked, this, [this] {
        std::vector<int> all(m_model->failures().size());
        std::iota(all.begin(), all.end(), 0);
        tryAgain(all);
    });
    update();
}

void FailuresPanel::update()
{
    m_model->setFailures(m_controller.failures(), m_session.snapshot().classes);
    const auto count = static_cast<int>(m_controller.failures().size());
    m_title->setText(tr("%n could not be had", nullptr, count));
    setVisible(count > 0);
    updateButtons();
}

void FailuresPanel::updateButtons()
{
    const bool possible = !m_controller.isBusy();
    m_again->setEnabled(possible && !selectedRows().empty());
    m_allAgain->setEnabled(possible);
}

std::vector<int> FailuresPanel::selectedRows() const
{
    const auto* sorted = qobject_cast<const QAbstractProxyModel*>(m_table->model());
    std::vector<int> rows;
    for (const auto& index : m_table->selectionModel()->selectedRows())
        rows.push_back(sorted->mapToSource(index).row());
    return rows;
}

void FailuresPanel::tryAgain(const std::vector<int>& rows)
{
    std::vector<std::int64_t> posts;
    std::set<int> classes;
    for (const int row : rows) {
        const auto& failure = m_model->failures()[static_cast<std::size_t>(row)];
        posts.push_back(failure.postId);
        classes.insert(failure.classIndex);
    }
    m_table->setFocus(); // the buttons are disabled now
    Q_EMIT tryAgainRequested(posts, {classes.begin(), classes.end()});
}

} // namespace nakama
