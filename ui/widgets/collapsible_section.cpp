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
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setArrowType(Qt::RightArrow);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_heading, 0, Qt::AlignLeft);
    // Not checkable: a heading that stays pressed looks like a button that is on.
    connect(m_heading, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    m_heading->setAccessibleDescription(tr("folded"));
}

void CollapsibleSection::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    m_layout->addWidget(content);
    content->setVisible(m_expanded);
}

void CollapsibleSection::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    m_heading->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    m_heading->setAccessibleDescription(expanded ? tr("open") : tr("folded"));
    if (m_content != nullptr)
        m_content->setVisible(expanded);
    Q_EMIT expandedChanged(expanded);
}

} // namespace nakama
