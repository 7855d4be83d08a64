#include "core/models/model_spec.h"
#include "tests/ui/window/window_driver.h"
#include "ui/tabs/collect/collect_tab.h"
#include "ui/tabs/train/model_text.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/stage_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/window/languages.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace nakama;

class LanguagesTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
private Q_SLOTS:
    void speaksEnglishAndRussian();
    void translatesWhatCoreSaysInEnglish();
    void countsAsTheLanguageDoes();
    void changesTheWindowAtOnce();
    void mnemonicsOfTheCollectPageAreUnique_data();
    void mnemonicsOfTheCollectPageAreUnique();
};

void LanguagesTest::speaksEnglishAndRussian()
{
    QStringList codes;
    for (const auto& language : availableLanguages())
        codes << language.code;
    QCOMPARE(codes, QStringList({QStringLiteral("en"), QStringLiteral("ru")}));
}

void LanguagesTest::translatesWhatCoreSaysInEnglish()
{
    LanguageControl languages;
    languages.setLanguage(QStringLiteral("ru"));
    for (const auto& spec : modelSpecs())
        QVERIFY2(modelSummary(spec.summary) != QString::fromStdString(spec.summary), spec.summary.c_str());
    for (const std::string stage :
         {"importing pictures", "splitting", "training", "evaluating", "preparing pictures"})
        QVERIFY2(stageText(stage)[0].unicode() >= 0x410, stage.c_str());
    QCOMPARE(stageText("a stage that nobody knows"), QStringLiteral("A stage that nobody knows"));
}

void LanguagesTest::countsAsTheLanguageDoes()
{
    LanguageControl languages;
    const auto pictures = [](int n) {
        return QCoreApplication::translate("nakama::DatasetTab", "%n picture(s)", nullptr, n);
    };
    languages.setLanguage(QStringLiteral("en"));
    QCOMPARE(pictures(1), QStringLiteral("1 picture"));
    QCOMPARE(pictures(5), QStringLiteral("5 pictures"));
    languages.setLanguage(QStringLiteral("ru"));
    QCOMPARE(pictures(1), QString::fromUtf8("1 картинка"));
    QCOMPARE(pictures(3), QString::fromUtf8("3 картинки"));
    QCOMPARE(pictures(5), QString::fromUtf8("5 картинок"));
}

void LanguagesTest::changesTheWindowAtOnce()
{
    WindowHost host;
    host.show();
    const auto fileMenu = [&] { return host.window().menuBar()->actions().constFirst()->text(); };
    QCOMPARE(fileMenu(), QStringLiteral("&File"));
    Q_EMIT host.window().languageRequested(QStringLiteral("ru"));
    QTRY_COMPARE(fileMenu(), QString::fromUtf8("&Файл"));
    QVERIFY(host.window().isVisible());
    Q_EMIT host.window().languageRequested(QStringLiteral("en"));
    QTRY_COMPARE(fileMenu(), QStringLiteral("&File"));
}

void LanguagesTest::mnemonicsOfTheCollectPageAreUnique_data()
{
    QTest::addColumn<QString>("language");
    for (const auto& language : availableLanguages())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void LanguagesTest::mnemonicsOfTheCollectPageAreUnique()
{
    QFETCH(const QString, language);
    Settings::setLanguage(language);
    WindowHost host;
    host.show();
    host.session().createWorkspace(test::home() / ("mnemonics " + toStdString(language)),
                                   {{}, {{"A", "A", {}, "a_tag"}}, false});
    QTRY_VERIFY(host.session().isSnapshotRead());
    host.window().setCurrentPage(0);
    QStringList texts;
    for (const auto* menu : host.window().menuBar()->actions())
        texts << menu->text();
    const auto* page = host.window().findChild<CollectTab*>();
    for (const auto* button : page->findChildren<QAbstractButton*>())
        if (!qobject_cast<EmptyState*>(button->parent())) // is shown instead of the rest
            texts << button->text();
    for (const auto* label : page->findChildren<QLabel*>())
        if (label->buddy())
            texts << label->text();
    QMap<QChar, QString> used;
    for (const auto& text : texts) {
        const auto at = text.indexOf(QLatin1Char('&'));
        if (at < 0)
            continue;
        const QChar key = text[at + 1].toLower();
        QVERIFY2(!used.contains(key), qPrintable(text + QStringLiteral(" and ") + used.value(key)));
        used.insert(key, text);
    }
    QVERIFY(used.size() >= 20);
    Settings::setLanguage({});
}

QTEST_MAIN(LanguagesTest)
#include "languages_test.moc"
