#pragma once

#include "core/base/job.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>

class QNetworkAccessManager;

namespace nakama
{

/** How a body comes: as it is stored on the server, or unpacked where the server packs it for the way. */
enum class HttpBody { AsStored, Unpacked };

/** Which part of what to ask for. */
struct HttpRequest
{
    QUrl url;
    std::int64_t from = 0; ///< first byte that is wanted
    std::string version;   ///< asks for the rest only of this version, for all of another; may be empty
    std::chrono::milliseconds silence{30'000}; ///< gives up when nothing comes for so long
    QByteArray userAgent = "Nakama";
    QByteArray authorization{}; ///< for the host of url alone; may be empty
    HttpBody body = HttpBody::AsStored;
};

/** The head of an answer. */
struct HttpAnswer
{
    int status = 0;
    std::int64_t length = -1; ///< of the body; −1 where it is not said
    std::string version;      ///< as versionOf()
    QByteArray contentRange;
    QByteArray location;
    QByteArray contentType;
    QByteArray server;    ///< the program that answers, as it calls itself
    QByteArray mitigated; ///< "challenge" where Cloudflare wants to see a browser
    std::optional<std::chrono::seconds> retryAfter;
};

/** Why no whole answer came. */
struct HttpFailure
{
    enum class Kind {
        Unreachable, ///< there was no connection: no network, no such host, a server that does not listen
        Interrupted, ///< there was one, and it ended or fell silent
        Refused,     ///< by the callers' own functions, or as Cancelled
    };
    Kind kind = Kind::Refused;
    Error error;
};

/** Sees the head before the body comes; an error ends the request with it. */
using TakeHead = std::function<Result<void>(const HttpAnswer&)>;
using TakeBody = std::function<Result<void>(std::span<const std::byte>)>;

/**
 * GETs on the thread that made it, which needs no event loop of its own; connections stay open from one to
 * the next, so that a hundred pictures of one host cost one TLS handshake.
 */
class HttpSession
{
public:
    HttpSession();
    ~HttpSession();
    HttpSession(const HttpSession&) = delete;
    HttpSession& operator=(const HttpSession&) = delete;

    /** One GET, without following redirects. The body comes in pieces of bounded memory. */
    tl::expected<HttpAnswer, HttpFailure> get(const HttpRequest& request, const TakeHead& takeHead,
                                              const TakeBody& takeBody, const JobContext& context);

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
};

/** A single get() of a session of its own. */
tl::expected<HttpAnswer, HttpFailure> httpGet(const HttpRequest& request, const TakeHead& takeHead,
                                              const TakeBody& takeBody, const JobContext& context);

} // namespace nakama
