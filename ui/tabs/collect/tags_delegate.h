#pragma once

#include "ui/viewmodels/tag_suggester.h"

#include <QStyledItemDelegate>

#include <functional>

namespace nakama
{

/** Edits the tags of a class in its cell, with suggestions from the server. */
class TagsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Client = std::function<ClientParams()>;

    /** client: whom to ask, and as whom, at this moment. */
    TagsDelegate(Session& session, Client client, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;

Q_SIGNALS:
    /** No suggestions can be had; the tags may be typed all the same. */
    void suggestingFailed(const QString& message);

private:
    Client m_client;
    TagSuggester* m_suggester;
};

} // namespace nakama
