#pragma once

#include "ui/viewmodels/session.h"

#include <QObject>
#include <QStringList>

namespace nakama
{

/** What a person does to runs that have ended: names and notes, deleting, looking into the folder. */
class RunActions : public QObject
{
    Q_OBJECT

public:
    /** window: over which the dialogs open. */
    RunActions(Session& session, QWidget* window);

    void describe(const QString& runId);
    /** Says what space they take, and asks first. */
    void remove(const QStringList& runIds);
    void openFolder(const QString& runId);

private:
    void askToRemove(const QStringList& runIds, std::uint64_t bytes);
    /** Runs work in the background, and reads the list of runs again when it is done. */
    void work(const QString& title, std::function<Result<void>(const Workspace&)> work);

    Session& m_session;
    QWidget* m_window;
};

} // namespace nakama
