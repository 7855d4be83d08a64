#pragma once

#include "ui/viewmodels/label_input.h"

#include <QTreeWidget>

namespace nakama
{

/** The classes with their keys; while something is typed, those that it may become stand out. A click on a
 * class is its key. */
class ClassKeysView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ClassKeysView(QWidget* parent = nullptr);

    void setClasses(const LabelKeys& keys, const QStringList& names);
    /** answered: the class that the picture has; −1 for none. */
    void show(const LabelInput& input, int answered);

Q_SIGNALS:
    void classClicked(int classIndex);
};

} // namespace nakama
