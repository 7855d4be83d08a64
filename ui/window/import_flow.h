#pragma once

#include "ui/viewmodels/session.h"

#include <QObject>

#include <vector>

class QWidget;

namespace nakama
{

/** From chosen or dropped files to pictures in the workspace: asks what is unclear, and reports what came of
 * it. */
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    ImportFlow(Session& session, QWidget& window);

    void chooseFolder();
    void chooseArchive();
    /** Folders, .zip archives and single pictures. */
    void begin(const std::vector<std::filesystem::path>& paths);

Q_SIGNALS:
    /** An import ended well or was cancelled; in words. */
    void summarised(const QString& text);

private:
    void report(const ImportReport& report, JobState state);

    Session& m_session;
    QWidget& m_window;
};

} // namespace nakama
