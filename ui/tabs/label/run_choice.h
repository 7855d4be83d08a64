#pragma once

#include "ui/viewmodels/session.h"

#include <QComboBox>

namespace nakama
{

/** The runs of the workspace that have something to answer with, newest first. */
class RunChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit RunChoice(Session& session, QWidget* parent = nullptr);

    /** Empty where there is none. */
    QString run() const { return currentData().toString(); }

Q_SIGNALS:
    /** Another run, or none, or the first. */
    void chosen();

private:
    void list();

    Session& m_session;
};

/** What a person calls a run: the name that it was given, or its id. */
QString runTitle(const WorkspaceSnapshot& snapshot, const QString& runId);

} // namespace nakama
