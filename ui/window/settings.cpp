#include "ui/window/settings.h"

#include <QSettings>

namespace nakama
{

namespace
{

constexpr int recentWorkspacesKept = 8;
const auto recentKey = QStringLiteral("recentWorkspaces");
const auto appearanceKey = QStringLiteral("appearance");
const auto languageKey = QStringLiteral("language");
const auto geometryKey = QStringLiteral("window/geometry");
const auto stateKey = QStringLiteral("window/state");

} // namespace

QStringList Settings::recentWorkspaces()
{
    return QSettings().value(recentKey).toStringList();
}

void Settings::addRecentWorkspace(const QString& folder)
{
    QStringList folders = recentWorkspaces();
    folders.removeAll(folder);
    folders.prepend(folder);
    QSettings().setValue(recentKey, folders.mid(0, recentWorkspacesKept));
}

void Settings::removeRecentWorkspace(const QString& folder)
{
    QStringList folders = recentWorkspaces();
    folders.removeAll(folder);
    QSettings().setValue(recentKey, folders);
}

void Settings::clearRecentWorkspaces()
{
    QSettings().remove(recentKey);
}

Appearance Settings::appearance()
{
    const QString value = QSettings().value(appearanceKey).toString();
    if (value == QLatin1String("light"))
        return Appearance::Light;
    return value == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    static constexpr const char* names[] = {"system", "light", "dark"};
    QSettings().setValue(appearanceKey, QLatin1String(names[static_cast<int>(appearance)]));
}

QString Settings::language()
{
    return QSettings().value(languageKey).toString();
}

void Settings::setLanguage(const QString& code)
{
    QSettings().setValue(languageKey, code);
}

QByteArray Settings::windowGeometry()
{
    return QSettings().value(geometryKey).toByteArray();
}

QByteArray Settings::windowState()
{
    return QSettings().value(stateKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    QSettings settings;
    settings.setValue(geometryKey, geometry);
    settings.setValue(stateKey, state);
}

} // namespace nakama
