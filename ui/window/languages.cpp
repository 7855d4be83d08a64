#include "ui/window/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace nakama
{

namespace
{

const auto folder = QStringLiteral(":/i18n");
const auto prefix = QStringLiteral("nakama_");

} // namespace

QList<Language> availableLanguages()
{
    QList<Language> languages{{QStringLiteral("en"), QStringLiteral("English")}};
    for (const QString& file : QDir(folder).entryList({prefix + QStringLiteral("*.qm")})) {
        const QString code = file.mid(prefix.size()).chopped(3);
        if (code == QLatin1String("en"))
            continue;
        QString name = QLocale(code).nativeLanguageName();
        name[0] = name[0].toUpper();
        languages.append({code, name});
    }
    return languages;
}

void LanguageControl::setLanguage(const QString& code)
{
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // English has a file of its own too: it holds the plurals.
    if (!m_own.load(locale, QStringLiteral("nakama"), QStringLiteral("_"), folder)) [[maybe_unused]]
        const bool loaded = m_own.load(QStringLiteral("nakama_en"), folder);
    QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace nakama
