#include "ui/widgets/collapsible_section.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace nakama
{

CollapsibleSection::CollapsibleSection(const QString& title, QWidget* parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_layout(new QVBoxLayout(this))
{
    m_heading->setText(title);
    m_heading->setAccessibleName(title);
    m_heading->setCheckable(true);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setArrowType(Qt::RightArrow);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_heading, 0, Qt::AlignLeft);
    connect(m_heading, &QToolButton::toggled, this, [this](bool expanded) {
        m_heading->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
        if (m_content != nullptr)
            m_content->setVisible(expanded);
        Q_EMIT expandedChanged(expanded);
    });
}

void CollapsibleSection::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    m_layout->addWidget(content);
    content->setVisible(isExpanded());
}

bool CollapsibleSection::isExpanded() const
{
    return m_heading->isChecked();
}

void CollapsibleSection::setExpanded(bool expanded)
{
    m_heading->setChecked(expanded);
}

} // namespace nakama
