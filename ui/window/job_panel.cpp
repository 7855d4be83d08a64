#include "ui/window/job_panel.h"

#include "ui/window/job_row.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nakama
{

JobPanel::JobPanel(JobListModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_rows(new QVBoxLayout), m_empty(new QLabel(tr("Nothing is running.")))
{
    auto* content = new QWidget;
    content->setLayout(m_rows);
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setSpacing(0);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_rows->addWidget(m_empty);
    m_rows->addStretch();
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);

    connect(&model, &JobListModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insertRows(first, last); });
    connect(&model, &JobListModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { removeRows(first, last); });
    connect(
        &model, &JobListModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) { updateRows(first.row(), last.row()); });
    insertRows(0, model.rowCount() - 1);
}

QSize JobPanel::sizeHint() const
{
    return {600, 132};
}

void JobPanel::insertRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto* widget = new JobRow;
        connect(widget, &JobRow::cancelRequested, this, &JobPanel::cancelRequested);
        m_rows->insertWidget(row, widget);
    }
    updateRows(first, last);
    m_empty->setVisible(m_model.rowCount() == 0);
}

void JobPanel::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        QLayoutItem* item = m_rows->takeAt(row);
        item->widget()->deleteLater();
        delete item;
    }
    m_empty->setVisible(m_model.rowCount() == 0);
}

void JobPanel::updateRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        static_cast<JobRow*>(m_rows->itemAt(row)->widget())->setJob(m_model.index(row));
}

} // namespace nakama
