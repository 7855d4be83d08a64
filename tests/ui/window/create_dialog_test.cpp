#include "core/base/atomic_file.h"
#include "tests/ui/window/window_driver.h"
#include "ui/viewmodels/convert.h"
#include "ui/window/create_workspace_dialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTest>

using namespace nakama;
using test::home;

class CreateDialogTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    CreateWorkspaceDialog m_dialog{QString()};
    QLineEdit* m_folder = m_dialog.findChild<QLineEdit*>(QStringLiteral("folder"));
    QPlainTextEdit* m_names = m_dialog.findChild<QPlainTextEdit*>(QStringLiteral("classNames"));

    QAbstractButton* createButton() { return test::button(&m_dialog, QStringLiteral("Create")); }

private Q_SLOTS:
    void initTestCase();
    void suggestsAFolderThatCanBeMade();
    void refusesFoldersWithSomethingInThem();
    void namesWhatIsWrongWithClasses();
    void givesTheClassesThatWereTyped();
    void givesThePreset();
    void returnInTheFolderCreates();
};

void CreateDialogTest::initTestCase()
{
    m_dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_dialog));
}

void CreateDialogTest::suggestsAFolderThatCanBeMade()
{
    QVERIFY(!m_folder->text().isEmpty());
    QVERIFY(createButton()->isEnabled());
}

void CreateDialogTest::refusesFoldersWithSomethingInThem()
{
    QVERIFY(writeFileAtomically(home() / "notes.txt", std::string_view("mine")).has_value());
    test::type(m_folder, toQString(home().path()));
    QVERIFY(!createButton()->isEnabled());
    test::type(m_folder, toQString(home() / "notes.txt"));
    QVERIFY(!createButton()->isEnabled());
    test::type(m_folder, QStringLiteral("relative/folder"));
    QVERIFY(!createButton()->isEnabled());
    test::type(m_folder, toQString(home() / "new workspace"));
    QVERIFY(createButton()->isEnabled());
    QCOMPARE(m_dialog.folder(), home() / "new workspace");
}

void CreateDialogTest::namesWhatIsWrongWithClasses()
{
    m_dialog.findChild<QRadioButton*>(QStringLiteral("ownClasses"))->click();
    test::type(m_names, QStringLiteral("Luffy"));
    QVERIFY(!createButton()->isEnabled()); // one class cannot be told apart from anything
    test::type(m_names, QStringLiteral("Luffy\nluffy"));
    QVERIFY(!createButton()->isEnabled());
    test::type(m_names, QStringLiteral("Luffy\na/b"));
    QVERIFY(!createButton()->isEnabled());
    test::type(m_names, QStringLiteral("Luffy\nZoro"));
    QVERIFY(createButton()->isEnabled());
}

void CreateDialogTest::givesTheClassesThatWereTyped()
{
    test::type(m_names, QString::fromUtf8("  Luffy \n\nРоронуа  Зоро\n"));
    const auto params = m_dialog.params();
    QVERIFY(params.preset.empty());
    QCOMPARE(params.classes.size(), std::size_t{2});
    QCOMPARE(params.classes[0].name, std::string("Luffy"));
    QCOMPARE(params.classes[1].name, std::string("Роронуа Зоро"));
}

void CreateDialogTest::givesThePreset()
{
    m_dialog.findChild<QRadioButton*>(QStringLiteral("preset"))->click();
    const auto params = m_dialog.params();
    QCOMPARE(params.preset, std::string("one-piece"));
    QCOMPARE(params.classes.size(), std::size_t{18});
}

void CreateDialogTest::returnInTheFolderCreates()
{
    test::type(m_folder, toQString(home() / "by keys"));
    QTest::keyClick(m_folder, Qt::Key_Return);
    QCOMPARE(m_dialog.result(), static_cast<int>(QDialog::Accepted));
}

QTEST_MAIN(CreateDialogTest)
#include "create_dialog_test.moc"
