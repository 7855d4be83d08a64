#pragma once

#include "core/danbooru/client.h"

#include <QLineEdit>

#include <vector>

class QStandardItemModel;

namespace nakama
{

class TagsCompleter;

/** Tags separated by spaces; what is being typed is completed from suggestions, which come from outside. */
class TagsEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit TagsEdit(QWidget* parent = nullptr);

    /** Offers them for the tag that is being typed. */
    void suggest(const QString& typed, const std::vector<TagSuggestion>& suggestions);

Q_SIGNALS:
    /** A person has typed this much of a tag and may want suggestions; empty: not any more. */
    void tagTyped(const QString& start);

private:
    QString lastTag() const;

    QStandardItemModel* m_suggestions;
    TagsCompleter* m_completer;
};

/** "general", "artist", … in the person's language. */
QString tagCategoryText(TagCategory category);

} // namespace nakama
