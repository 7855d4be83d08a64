#pragma once

#include "ui/viewmodels/collect_controller.h"

#include <QFrame>

class QLabel;
class QProgressBar;

namespace nakama
{

class CollectClassesModel;

/** What collecting is doing, how far it is, and how it ended, in one line and a bar. */
class CollectStatus : public QFrame
{
    Q_OBJECT

public:
    CollectStatus(Session& session, CollectController& controller, const CollectClassesModel& classes,
                  QWidget* parent = nullptr);

    void update();
    /** Said below the line until the state changes. */
    void say(const QString& note);

private:
    QString headline() const;
    void takeJob(const JobSnapshot& job);

    CollectController& m_controller;
    const CollectClassesModel& m_classes;
    QLabel* m_headline;
    QProgressBar* m_bar;
    QLabel* m_note;
};

} // namespace nakama
