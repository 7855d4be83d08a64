#pragma once

#include "ui/widgets/drawing.h"

#include <QListWidget>
#include <QStringList>

namespace nakama
{

/** What the colours of the map mean. A category can be chosen by a click or by the keys. */
class MapLegend : public QListWidget
{
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

    /** Names by category, as markColor() takes it; an empty name is not shown. */
    void setCategories(const QStringList& names);
    /** −1: none. */
    void setCurrentCategory(int category);
    /** One below the other, as high as they need. */
    Drawing drawing() const;

Q_SIGNALS:
    void categoryChosen(int category);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintIcons();
};

} // namespace nakama
