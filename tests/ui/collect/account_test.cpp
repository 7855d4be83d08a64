#include "tests/ui/collect/collect_page.h"
#include "ui/tabs/collect/account_dialog.h"
#include "ui/viewmodels/collect_settings.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace nakama;
using test::CollectPage;

namespace
{

constexpr int patienceMs = 20'000;
const auto key = "the-secret-key-of-a-test";

nlohmann::json scenario()
{
    return {{"posts", test::postsOfTwo(3)},
            {"accounts", {{{"login", "usopp"}, {"key", key}, {"id", 77}, {"level", 20}}}}};
}

std::size_t requestsWithKey(const CollectPage& page, const char* origin)
{
    std::size_t count = 0;
    for (const auto& request : page.server.requests(origin))
        count += request.authorization.empty() ? 0 : 1;
    return count;
}

} // namespace

class AccountTest : public QObject
{
    Q_OBJECT

private:
    static AccountDialog* open(CollectPage& page)
    {
        page.click("openAccount");
        return page.tab->findChild<AccountDialog*>();
    }
    static QString text(AccountDialog* dialog, const char* label)
    {
        return dialog->findChild<QLabel*>(QString::fromLatin1(label))->text();
    }
    static void type(AccountDialog* dialog, const QString& login, const QString& secret)
    {
        dialog->findChild<QLineEdit*>(QStringLiteral("login"))->setText(login);
        dialog->findChild<QLineEdit*>(QStringLiteral("key"))->setText(secret);
    }
    static QPushButton* button(AccountDialog* dialog, const char* name)
    {
        return dialog->findChild<QPushButton*>(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void tellsARightKeyFromAWrongOne();
    void keepsTheKeyInMemoryAloneWithoutAKeychain();
    void sendsTheKeyToItsServerAlone();
    void forgets();
    void aForgottenKeyIsNotSentAfterAPause();
};

void AccountTest::tellsARightKeyFromAWrongOne()
{
    CollectPage page(scenario(), 3);
    QCOMPARE(page.named<QLabel>("account")->text(), QStringLiteral("Without an account"));
    auto* dialog = open(page);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("key"))->echoMode(), QLineEdit::Password);
    QVERIFY(!button(dialog, "testKey")->isEnabled());
    type(dialog, QStringLiteral("usopp"), QStringLiteral("wrong"));
    QTest::mouseClick(button(dialog, "testKey"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(dialog, "testKey")->isEnabled(), patienceMs);
    QVERIFY(text(dialog, "testResult").contains(QStringLiteral("key")));
    QVERIFY(!text(dialog, "testResult").startsWith(QStringLiteral("The key works")));

    type(dialog, QStringLiteral("usopp"), QString::fromLatin1(key));
    QTest::mouseClick(button(dialog, "testKey"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        text(dialog, "testResult").startsWith(QStringLiteral("The key works: usopp, Member")), patienceMs);
    QVERIFY(text(dialog, "testResult").contains(QStringLiteral("2 tag")));
    // Testing keeps nothing.
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(page.account->login().isEmpty());
    QCOMPARE(page.named<QLabel>("account")->text(), QStringLiteral("Without an account"));
}

void AccountTest::keepsTheKeyInMemoryAloneWithoutAKeychain()
{
    CollectPage page(scenario(), 3);
    auto* dialog = open(page);
    type(dialog, QStringLiteral("usopp"), QString::fromLatin1(key));
    QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("key")), Qt::Key_Return);
    QTRY_COMPARE(page.account->keyPlace(), KeyPlace::Memory);
    QTRY_VERIFY(page.account->problem().contains(QStringLiteral("in memory alone")));
    QCOMPARE(page.named<QLabel>("account")->text(), QStringLiteral("As usopp"));

    page.click("collect");
    QTRY_COMPARE_WITH_TIMEOUT(page.controller->state(), CollectController::State::Idle, patienceMs);
    QTRY_COMPARE(page.session->snapshot().counts.images, std::int64_t{6});
    QVERIFY(requestsWithKey(page, "api") > 0);
    QCOMPARE(requestsWithKey(page, "pictures"), std::size_t{0});
    QVERIFY(page.server.requests("pictures").front().userAgent.find("77") != std::string::npos);

    const auto disk = page.everythingOnDisk();
    QVERIFY(disk.find("usopp") != std::string::npos); // the login alone may be remembered
    QCOMPARE(disk.find(key), std::string::npos);
    QCOMPARE(disk.find(QByteArray(key).toBase64().toStdString()), std::string::npos);

    // The next start knows the login, and says that the key is gone.
    DanbooruAccount later(*page.session);
    QCOMPARE(later.login(), QStringLiteral("usopp"));
    later.load();
    QTRY_COMPARE(later.keyPlace(), KeyPlace::Nowhere);
    QVERIFY(!later.problem().isEmpty());
}

void AccountTest::sendsTheKeyToItsServerAlone()
{
    CollectPage page(scenario(), 3);
    const test::StandInBooru other(scenario());
    page.account->keep(page.server.address(), {"usopp", key});
    ClientParams params;
    params.server = page.server.address() + "/";
    QVERIFY(page.account->clientFor(params).credentials.has_value());
    params.server = other.address();
    QVERIFY(!page.account->clientFor(params).credentials.has_value());

    page.named<QLineEdit>("server")->setText(QString::fromStdString(other.address()));
    QVERIFY(page.named<QLabel>("account")->text().contains(QStringLiteral("Without an account")));
    page.click("look");
    QTRY_COMPARE_WITH_TIMEOUT(page.controller->state(), CollectController::State::Idle, patienceMs);
    QVERIFY(!other.requests("api").empty());
    for (const auto& request : other.requests())
        QVERIFY(request.authorization.empty());
}

void AccountTest::forgets()
{
    CollectPage page(scenario(), 3);
    page.account->keep(page.server.address(), {"usopp", key});
    auto* dialog = open(page);
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("login"))->text(), QStringLiteral("usopp"));
    QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("key"))->text().isEmpty()); // never shown again
    QTest::mouseClick(button(dialog, "forget"), Qt::LeftButton);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(page.account->keyPlace(), KeyPlace::Nowhere);
    QVERIFY(page.account->login().isEmpty());
    QCOMPARE(page.named<QLabel>("account")->text(), QStringLiteral("Without an account"));
    QCOMPARE(page.everythingOnDisk().find("usopp"), std::string::npos);
}

void AccountTest::aForgottenKeyIsNotSentAfterAPause()
{
    auto world = scenario();
    for (const char* post : {"100", "101", "102", "200", "201", "202"})
        world["pictures"][post] = {{{"fault", "slow"}, {"times", 1}}};
    CollectPage page(world, 3);
    page.account->keep(page.server.address(), {"usopp", key});
    page.click("collect");
    QTRY_VERIFY_WITH_TIMEOUT(!page.controller->pictures().empty(), patienceMs);
    page.click("collect");
    QTRY_COMPARE_WITH_TIMEOUT(page.controller->state(), CollectController::State::Paused, patienceMs);
    const auto before = requestsWithKey(page, "api");
    QVERIFY(before > 0);
    page.account->forget();
    page.click("collect");
    QTRY_COMPARE_WITH_TIMEOUT(page.controller->state(), CollectController::State::Idle, patienceMs);
    QTRY_COMPARE(page.session->snapshot().counts.images, std::int64_t{6});
    QCOMPARE(requestsWithKey(page, "api"), before);
}

QTEST_MAIN(AccountTest)
#include "account_test.moc"
