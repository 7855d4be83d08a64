#include "ui/tabs/collect/tags_delegate.h"

#include "ui/tabs/collect/tags_edit.h"

namespace nakama
{

TagsDelegate::TagsDelegate(Session& session, Client client, QObject* parent)
    : QStyledItemDelegate(parent), m_client(std::move(client)), m_suggester(new TagSuggester(session, this))
{
    connect(m_suggester, &TagSuggester::failed, this, &TagsDelegate::suggestingFailed);
}

QWidget* TagsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    auto* edit = new TagsEdit(parent);
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    edit->setAccessibleName(tr("Tags of %1").arg(index.siblingAtColumn(0).data().toString()));
    connect(edit, &TagsEdit::tagTyped, m_suggester, [this](const QString& start) {
        if (start.isEmpty())
            m_suggester->stop();
        else
            m_suggester->ask(m_client(), start);
    });
    connect(m_suggester, &TagSuggester::suggested, edit, &TagsEdit::suggest);
    connect(edit, &QObject::destroyed, m_suggester, &TagSuggester::stop);
    return edit;
}

} // namespace nakama
