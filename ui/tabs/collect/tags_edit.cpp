#include "ui/tabs/collect/tags_edit.h"

#include "ui/viewmodels/convert.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLocale>
#include <QStandardItemModel>

namespace nakama
{

namespace
{

constexpr int tagRole = Qt::UserRole;
constexpr int shortestStart = 2; ///< letters that are worth a question

QString suggestionText(const TagSuggestion& suggestion)
{
    const QString name =
        suggestion.antecedent.empty()
            ? toQString(suggestion.name)
            : QStringLiteral("%1 → %2").arg(toQString(suggestion.antecedent), toQString(suggestion.name));
    return QStringLiteral("%1   ·   %2, %3")
        .arg(name, tagCategoryText(suggestion.category),
             TagsEdit::tr("%1 posts").arg(QLocale().toString(static_cast<qlonglong>(suggestion.postCount))));
}

} // namespace

/** Puts the chosen tag in the place of the last one, so that those before it stay. */
class TagsCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;

    void setBefore(const QString& before) { m_before = before; }
    QString pathFromIndex(const QModelIndex& index) const override
    {
        return m_before + index.data(tagRole).toString();
    }

private:
    QString m_before;
};

TagsEdit::TagsEdit(QWidget* parent)
    : QLineEdit(parent), m_suggestions(new QStandardItemModel(this)), m_completer(new TagsCompleter(this))
{
    m_completer->setModel(m_suggestions);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->setWidget(this);
    // Not setCompleter(): the popup is to follow the server's answer, not each key.
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &QLineEdit::setText);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_completer->popup()->hide();
        const QString start = lastTag();
        Q_EMIT tagTyped(start.size() < shortestStart ? QString() : start);
    });
}

QString TagsEdit::lastTag() const
{
    return text().section(QLatin1Char(' '), -1);
}

void TagsEdit::suggest(const QString& typed, const std::vector<TagSuggestion>& suggestions)
{
    if (typed != lastTag() || !hasFocus())
        return;
    m_suggestions->clear();
    for (const auto& suggestion : suggestions) {
        auto* item = new QStandardItem(suggestionText(suggestion));
        item->setData(toQString(suggestion.name), tagRole);
        m_suggestions->appendRow(item);
    }
    m_completer->setBefore(text().chopped(typed.size()));
    auto* popup = m_completer->popup();
    popup->setMinimumWidth(popup->sizeHintForColumn(0) + 2 * popup->frameWidth() + 24);
    m_completer->complete();
}

QString tagCategoryText(TagCategory category)
{
    switch (category) {
    case TagCategory::General:
        return TagsEdit::tr("general");
    case TagCategory::Artist:
        return TagsEdit::tr("artist");
    case TagCategory::Copyright:
        return TagsEdit::tr("series");
    case TagCategory::Character:
        return TagsEdit::tr("character");
    case TagCategory::Meta:
        return TagsEdit::tr("about the file");
    }
    return {};
}

} // namespace nakama
