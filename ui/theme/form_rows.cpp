#include "ui/theme/form_rows.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace nakama
{

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
