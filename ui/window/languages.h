#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace nakama
{

/** A language that the window speaks. */
struct Language
{
    QString code; ///< "ru"
    QString name; ///< in itself: "Русский"
};

/** English first, then those that are built in. */
QList<Language> availableLanguages();

/** The translators of the application; one language at a time. */
class LanguageControl : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Installs a language by its code, or the system's for an empty one; what is shown already stays as it
     * is. */
    void setLanguage(const QString& code);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace nakama
