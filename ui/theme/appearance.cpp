#include "ui/theme/appearance.h"

#include "ui/theme/soft_style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace nakama
{

namespace
{

// https://flatpak.github.io/xdg-desktop-portal: 0 no preference, 1 dark, 2 light.
const auto portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto settingGroup = QStringLiteral("org.freedesktop.appearance");
const auto settingKey = QStringLiteral("color-scheme");

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

AppearanceControl::AppearanceControl(QObject* parent)
    : QObject(parent), m_systemIsDark(isDark(QGuiApplication::palette()))
{
    QApplication::setStyle(new SoftStyle);
    apply();
}

void AppearanceControl::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void AppearanceControl::apply()
{
    const bool dark =
        m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_systemIsDark);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

void AppearanceControl::followDesktop()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    auto question =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, QStringLiteral("Read"));
    question << settingGroup << settingKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) // Read wraps the value twice
            onPortalSetting(settingGroup, settingKey, qvariant_cast<QDBusVariant>(reply.value().variant()));
    });
}

void AppearanceControl::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != settingGroup || key != settingKey)
        return;
    const uint preference = value.variant().toUInt();
    if (preference == 0)
        return;
    m_systemIsDark = preference == 1;
    apply();
}

} // namespace nakama
