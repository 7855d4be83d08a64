#pragma once

#include "ui/viewmodels/session.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <vector>

class QAbstractItemView;
class QAction;
class QMenu;

namespace nakama
{

/** What can be done with the selected pictures of a view: its context menu, and a key for each. */
class PictureActions : public QObject
{
    Q_OBJECT

public:
    using Ids = std::function<std::vector<std::int64_t>()>;

    PictureActions(Session& session, QAbstractItemView& view, Ids selected);

Q_SIGNALS:
    void lookRequested();

private:
    using MakeEdit = std::function<PictureEdit(const std::vector<std::int64_t>& ids)>;
    QAction* add(QMenu* menu, const QString& text, const QKeySequence& key, const MakeEdit& edit);
    void addLabels(QMenu* menu);
    void assign(SplitPart part);
    void confirmEmptyBin();

    Session& m_session;
    QAbstractItemView& m_view;
    Ids m_selected;
    QMenu* m_menu;
    QMenu* m_labels;
};

} // namespace nakama
