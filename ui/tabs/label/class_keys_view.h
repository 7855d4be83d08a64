#pragma once

#include "ui/tabs/label/suggestions.h"
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
    /** The likeliest classes get their probability beside the key; none: nothing is said of any. */
    void setSuggestions(const std::vector<SuggestedClass>& suggestions);

Q_SIGNALS:
    void classClicked(int classIndex);
};

} // namespace nakama
