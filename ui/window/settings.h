#pragma once

#include "ui/theme/appearance.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nakama
{

/** What the window remembers between starts, in the person's own settings (QSettings). */
class Settings
{
public:
    /** Folders, the last one opened first. */
    static QStringList recentWorkspaces();
    static void addRecentWorkspace(const QString& folder);
    static void removeRecentWorkspace(const QString& folder);
    static void clearRecentWorkspaces();

    static Appearance appearance();
    static void setAppearance(Appearance appearance);

    /** A language code ("ru"), or empty for the system's. */
    static QString language();
    static void setLanguage(const QString& code);

    static QByteArray windowGeometry();
    static QByteArray windowState();
    static void setWindow(const QByteArray& geometry, const QByteArray& state);
};

} // namespace nakama
