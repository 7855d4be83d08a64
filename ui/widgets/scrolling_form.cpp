#include "ui/widgets/scrolling_form.h"

#include <QScrollArea>

namespace nakama
{

QScrollArea* scrollingForm(QWidget* form)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(form);
    form->setAutoFillBackground(false);
    return area;
}

} // namespace nakama
