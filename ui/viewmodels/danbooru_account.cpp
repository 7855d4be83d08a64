#include "ui/viewmodels/danbooru_account.h"

#include "core/danbooru/pace.h"
#include "core/danbooru/server_address.h"
#include "ui/viewmodels/convert.h"

#include <QSettings>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <utility>

namespace nakama
{

namespace
{

const auto service = QStringLiteral("nakama");
const auto loginKey = QStringLiteral("collect/login");
const auto loginServerKey = QStringLiteral("collect/loginServer");

/** Levels as Danbooru numbers them; other boorus that run its code have the same. */
QString levelText(const Account& account)
{
    switch (account.level) {
    case 20:
        return DanbooruAccount::tr("Member", "level of an account");
    case 30:
        return DanbooruAccount::tr("Gold", "level of an account");
    case 31:
        return DanbooruAccount::tr("Platinum", "level of an account");
    case 32:
        return DanbooruAccount::tr("Builder", "level of an account");
    case 40:
        return DanbooruAccount::tr("Moderator", "level of an account");
    default:
        return account.levelName.empty() ? DanbooruAccount::tr("level %1").arg(account.level)
                                         : toQString(account.levelName);
    }
}

} // namespace

DanbooruAccount::DanbooruAccount(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    const QSettings settings;
    m_login = settings.value(loginKey).toString();
    m_server = toStdString(settings.value(loginServerKey).toString());
}

void DanbooruAccount::load()
{
    if (std::exchange(m_loaded, true) || m_login.isEmpty() || m_place != KeyPlace::Nowhere)
        return;
    auto* job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(entry());
    connect(job, &QKeychain::Job::finished, this, [this, job, question = ++m_question] {
        if (question != m_question)
            return;
        m_key = toStdString(job->textData());
        if (job->error() == QKeychain::NoError && !m_key.empty())
            settle(KeyPlace::Keychain, {});
        else if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            settle(KeyPlace::Nowhere, tr("The keychain has no key for %1: enter it again.").arg(m_login));
        else
            settle(KeyPlace::Nowhere, tr("No keychain answers (%1): enter the key of %2 for this session.")
                                          .arg(job->errorString(), m_login));
    });
    settle(KeyPlace::Asking, {});
    job->start();
}

ClientParams DanbooruAccount::clientFor(ClientParams params)
{
    const bool hasKey = m_place == KeyPlace::Keychain || m_place == KeyPlace::Memory;
    const std::string site = siteOf(params.server).value_or(params.server);
    if (hasKey && site == m_server)
        params.credentials = Credentials{toStdString(m_login), m_key};
    if (!m_pace || m_pacedServer != site || m_pacedRate != params.requestsPerSecond) {
        m_pace = std::make_shared<Pace>(
            std::chrono::milliseconds(static_cast<std::int64_t>(1000 / params.requestsPerSecond)));
        m_pacedServer = site;
        m_pacedRate = params.requestsPerSecond;
    }
    params.pace = m_pace;
    return params;
}

void DanbooruAccount::keep(const std::string& server, const Credentials& credentials)
{
    m_loaded = true;
    const QString before = m_login.isEmpty() ? QString() : entry();
    m_server = siteOf(server).value_or(server);
    m_login = toQString(credentials.login);
    m_key = credentials.key;
    QSettings settings;
    settings.setValue(loginKey, m_login);
    settings.setValue(loginServerKey, toQString(m_server));
    auto* job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(entry());
    job->setTextData(toQString(m_key));
    connect(job, &QKeychain::Job::finished, this, [this, job, question = ++m_question] {
        if (question != m_question)
            return;
        if (job->error() == QKeychain::NoError)
            settle(KeyPlace::Keychain, {});
        else
            settle(KeyPlace::Memory,
                   tr("No keychain answers (%1). The key is kept in memory alone, until Nakama is closed.")
                       .arg(job->errorString()));
    });
    if (!before.isEmpty() && before != entry()) { // one account is kept, not a trail of them
        auto* removal = new QKeychain::DeletePasswordJob(service, this);
        removal->setKey(before);
        removal->start();
    }
    settle(KeyPlace::Memory, {}); // usable from now on, whatever the keychain will say
    job->start();
}

void DanbooruAccount::forget()
{
    auto* job = new QKeychain::DeletePasswordJob(service, this);
    job->setKey(entry());
    const bool wasKept = m_place == KeyPlace::Keychain;
    connect(job, &QKeychain::Job::finished, this, [this, job, wasKept, question = ++m_question] {
        if (question == m_question && wasKept && job->error() != QKeychain::NoError)
            settle(KeyPlace::Nowhere, tr("The keychain has not deleted the key (%1): delete the entry of "
                                         "“nakama” with the keychain's own program.")
                                          .arg(job->errorString()));
    });
    job->start();
    m_login.clear();
    m_key.clear();
    QSettings settings;
    settings.remove(loginKey);
    settings.remove(loginServerKey);
    settle(KeyPlace::Nowhere, {});
}

void DanbooruAccount::test(const ClientParams& params)
{
    using Test = Task<Account>;
    const auto work = [params](JobContext& context) {
        DanbooruClient client(params);
        return client.profile(context);
    };
    JobOptions options;
    options.lane = JobLane::Net;
    options.visibility = JobVisibility::Hidden;
    options.scope = JobScope::Program;
    options.replaces = QStringLiteral("test an account");
    m_test = m_session.jobs().start(std::make_shared<Test>("test an account", work), options, this,
                                    [this](Test& job, const JobOutcome& outcome) {
                                        if (outcome.state == JobState::Succeeded)
                                            Q_EMIT tested(*job.value());
                                        else if (outcome.state == JobState::Failed)
                                            Q_EMIT refused(toQString(outcome.error.message));
                                    });
}

void DanbooruAccount::cancelTest()
{
    m_session.jobs().cancel(m_test);
}

QString DanbooruAccount::entry() const
{
    return m_login + QLatin1Char('@') + toQString(m_server);
}

void DanbooruAccount::settle(KeyPlace place, const QString& problem)
{
    m_place = place;
    m_problem = problem;
    Q_EMIT changed();
}

QString accountText(const Account& account)
{
    if (account.isBanned)
        return DanbooruAccount::tr("%1 is banned from this server.").arg(toQString(account.name));
    const QString limit = account.tagLimit
                              ? DanbooruAccount::tr("%n tag(s) in one search", nullptr, *account.tagLimit)
                              : DanbooruAccount::tr("any number of tags in one search");
    return DanbooruAccount::tr("The key works: %1, %2, %3.", "name, level, limit")
        .arg(toQString(account.name), levelText(account), limit);
}

} // namespace nakama
