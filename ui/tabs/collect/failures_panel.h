#pragma once

#include "ui/viewmodels/collect_controller.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nakama
{

class CollectFailuresModel;
class ClassTable;

/** What could not be had and why, to be tried again one by one or all at once; hidden while there is nothing.
 */
class FailuresPanel : public QWidget
{
    Q_OBJECT

public:
    FailuresPanel(Session& session, CollectController& controller, QWidget* parent = nullptr);

Q_SIGNALS:
    /** classes are those that the posts were found for. */
    void tryAgainRequested(const std::vector<std::int64_t>& posts, const std::vector<int>& classes);
    /** The page of a post is to be shown. */
    void pageRequested(qint64 postId);

private:
    void update();
    void updateButtons();
    void tryAgain(const std::vector<int>& rows);
    std::vector<int> selectedRows() const;

    Session& m_session;
    CollectController& m_controller;
    CollectFailuresModel* m_model;
    QLabel* m_title;
    ClassTable* m_table;
    QPushButton* m_again;
    QPushButton* m_allAgain;
};

} // namespace nakama
