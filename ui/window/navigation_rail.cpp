#include "ui/window/navigation_rail.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace nakama
{

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(8, 12, 9, 12);
    m_layout->setSpacing(6);
    m_layout->addStretch();
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int page, bool checked) {
        if (checked)
            Q_EMIT currentPageChanged(page);
    });
}

void NavigationRail::addPage(Icon icon, const QString& title)
{
    const int page = static_cast<int>(m_buttons->buttons().size());
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("page%1").arg(page));
    button->setIcon(nakama::icon(icon));
    button->setIconSize({26, 26});
    button->setText(title);
    button->setToolTip(tr("%1 (Ctrl+%2)").arg(title).arg(page + 1));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setMinimumSize(76, 62);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addButton(button, page);
    m_layout->insertWidget(page, button);
    if (page == 0)
        button->setChecked(true);
}

int NavigationRail::currentPage() const
{
    return m_buttons->checkedId();
}

void NavigationRail::setCurrentPage(int page)
{
    if (auto* button = m_buttons->button(page))
        button->setChecked(true);
}

void NavigationRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace nakama
