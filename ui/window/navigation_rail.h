#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace nakama
{

/** The tall row of buttons at the side that chooses a page; arrow keys move within it. */
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget* parent = nullptr);

    void addPage(Icon icon, const QString& title);
    int currentPage() const;
    void setCurrentPage(int page);

Q_SIGNALS:
    void currentPageChanged(int page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_buttons;
    QVBoxLayout* m_layout;
};

} // namespace nakama
