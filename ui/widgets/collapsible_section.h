#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace nakama
{

/** A heading with an arrow that shows and hides what is below it: "More settings". Starts folded. */
class CollapsibleSection : public QWidget
{
    Q_OBJECT

public:
    explicit CollapsibleSection(const QString& title, QWidget* parent = nullptr);

    /** Takes ownership; replaces what was there. */
    void setContent(QWidget* content);
    bool isExpanded() const { return m_expanded; }

public Q_SLOTS:
    void setExpanded(bool expanded);

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    QToolButton* m_heading;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    bool m_expanded = false;
};

} // namespace nakama
