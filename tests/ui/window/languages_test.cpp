#include "core/models/model_spec.h"
#include "tests/ui/window/window_driver.h"
#include "ui/tabs/train/model_text.h"
#include "ui/viewmodels/stage_text.h"
#include "ui/window/languages.h"
#include "ui/window/main_window.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_host.h"

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

QTEST_MAIN(LanguagesTest)
#include "languages_test.moc"
