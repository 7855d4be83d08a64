#pragma once

#include "ui/viewmodels/collect_controller.h"
#include "ui/viewmodels/danbooru_account.h"

#include <QWidget>

class QStackedWidget;

namespace nakama
{

class ClassTable;
class CollectClassesModel;
class CollectControls;
class CollectStatus;

/** Collects pictures of the workspace's classes from a Danbooru server. */
class CollectTab : public QWidget
{
    Q_OBJECT

public:
    CollectTab(Session& session, CollectController& controller, DanbooruAccount& account,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void importFolderRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeEmpty();
    QWidget* makeProgress();
    QWidget* makeTable();
    void connectController();

    CollectParams params() const;
    void tryAgain(const std::vector<std::int64_t>& posts, const std::vector<int>& classes);
    void openPage(qint64 postId);

    void takeSnapshot();
    void takeSettings();
    void update();
    QString classesProblem() const;

    Session& m_session;
    CollectController& m_controller;
    DanbooruAccount& m_account;
    CollectClassesModel* m_classes;
    QStackedWidget* m_pages;
    CollectControls* m_controls;
    CollectStatus* m_status;
};

} // namespace nakama
