#include "core/danbooru/server_address.h"

#include <QHostAddress>

namespace nakama
{

Result<std::string> siteOf(const std::string& server)
{
    QUrl url(QString::fromStdString(server), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
        return fail(ErrorCode::InvalidArgument,
                    "a server is named by an address such as https://danbooru.donmai.us", "server");
    if (!url.userInfo().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    "the server's address has a login in it, which would be stored; name the login apart",
                    "server");
    auto site = url.toString(QUrl::FullyEncoded).toStdString();
    while (site.ends_with('/'))
        site.pop_back();
    return site;
}

bool isThisMachine(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isSameOrigin(const QUrl& one, const QUrl& other)
{
    const auto portOf = [](const QUrl& url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

QUrl apiAddress(const std::string& site, const char* path,
                const std::vector<std::pair<const char*, std::string>>& query)
{
    QByteArray encoded;
    for (const auto& [name, value] : query)
        encoded += (encoded.isEmpty() ? "" : "&") + QByteArray(name) + "=" +
                   QUrl::toPercentEncoding(QString::fromStdString(value), ":,_()-.");
    auto url = QUrl::fromEncoded(QByteArray::fromStdString(site) + path);
    url.setQuery(QString::fromLatin1(encoded), QUrl::StrictMode);
    return url;
}

} // namespace nakama
