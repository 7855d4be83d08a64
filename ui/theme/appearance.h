#pragma once

#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace nakama
{

/** Light and dark by choice, or as the system has it where that can be told. */
enum class Appearance { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();

/**
 * Gives the application its style and palette. Made once, after the application and before any window, since
 * it reads from the palette that the platform gave whether the system is dark.
 */
class AppearanceControl : public QObject
{
    Q_OBJECT

public:
    explicit AppearanceControl(QObject* parent = nullptr);

    void setAppearance(Appearance appearance);
    Appearance appearance() const { return m_appearance; }

    /** Asks the desktop's settings portal, which also tells of changes; without it the first palette decides.
     */
    void followDesktop();

private Q_SLOTS:
    void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void apply();

    Appearance m_appearance = Appearance::System;
    bool m_systemIsDark;
};

} // namespace nakama
