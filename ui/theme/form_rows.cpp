#include "ui/theme/form_rows.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace nakama
{

QFormLayout* makeFormLayout(QWidget* form)
{
    auto* layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return layout;
}

void centreLabels(const QFormLayout& form)
{
    for (int row = 0; row < form.rowCount(); ++row) {
        const auto* label = form.itemAt(row, QFormLayout::LabelRole);
        const auto* field = form.itemAt(row, QFormLayout::FieldRole);
        if (label && field && label->widget())
            label->widget()->setMinimumHeight(
                std::max(field->sizeHint().height(), label->sizeHint().height()));
    }
}

} // namespace nakama
