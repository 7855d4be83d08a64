#pragma once

#include "core/danbooru/client.h"
#include "ui/viewmodels/session.h"

#include <QObject>
#include <QString>

#include <optional>
#include <string>

namespace nakama
{

/** Where the key of the account is. */
enum class KeyPlace {
    Nowhere,  ///< there is none: the server is asked without an account
    Asking,   ///< the keychain has been asked for it
    Keychain, ///< and in memory
    Memory,   ///< until the program ends, since no keychain has taken it
};

/**
 * The person's account at one server. The key is in the system's keychain, or, where none answers, in memory
 * until the program ends; the settings have the login and the server alone. The key goes to no other server.
 */
class DanbooruAccount : public QObject
{
    Q_OBJECT

public:
    explicit DanbooruAccount(Session& session, QObject* parent = nullptr);

    /** Reads the key of the remembered login from the keychain, the first time it is called. */
    void load();

    const QString& login() const { return m_login; }
    const std::string& server() const { return m_server; }
    KeyPlace keyPlace() const { return m_place; }
    /** Why the keychain does not have the key; empty where it does, or where there is no account. */
    const QString& problem() const { return m_problem; }

    /** The same with the credentials, where they are of this server, and with the pace that all who ask
     * share. */
    ClientParams clientFor(ClientParams params);

    void keep(const std::string& server, const Credentials& credentials);
    /** Forgets login and key, here and in the keychain. */
    void forget();

    /** Asks the server whom these credentials belong to; tested() or refused() follows. */
    void test(const ClientParams& params);
    void cancelTest();

Q_SIGNALS:
    /** Login, place of the key or problem changed. */
    void changed();
    void tested(const nakama::Account& account);
    void refused(const QString& message);

private:
    QString entry() const;
    void settle(KeyPlace place, const QString& problem);

    Session& m_session;
    QString m_login;
    std::string m_server;
    std::string m_key;
    KeyPlace m_place = KeyPlace::Nowhere;
    QString m_problem;
    std::shared_ptr<Pace> m_pace;
    std::string m_pacedServer;
    double m_pacedRate = 0;
    JobId m_test = 0;
    int m_question = 0; ///< answers of the keychain to earlier ones are out of date
    bool m_loaded = false;
};

/** "Member, 2 tags a search": the account's level and limits in words. */
QString accountText(const Account& account);

} // namespace nakama
