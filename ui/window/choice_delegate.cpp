#include "ui/window/choice_delegate.h"

#include "ui/viewmodels/import_plan_model.h"

#include <QComboBox>

namespace nakama
{

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                      const QModelIndex& index) const
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(index.siblingAtColumn(ImportPlanModel::FolderColumn).data().toString());
    const auto* model = qobject_cast<const ImportPlanModel*>(index.model());
    for (const auto& choice : model->choices(index.row()))
        box->addItem(choice.text);
    box->insertSeparator(3); // before the classes of the workspace
    // The editor stays open, so that the choice is in sight; each change counts at once.
    connect(box, &QComboBox::activated, this,
            [this, box] { Q_EMIT const_cast<ChoiceDelegate*>(this)->commitData(box); });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const int choice = index.data(Qt::EditRole).toInt();
    static_cast<QComboBox*>(editor)->setCurrentIndex(choice < 3 ? choice : choice + 1);
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const int chosen = static_cast<QComboBox*>(editor)->currentIndex();
    model->setData(index, chosen < 3 ? chosen : chosen - 1, Qt::EditRole);
}

} // namespace nakama
