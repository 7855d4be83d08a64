#include "core/download/http_get.h"

#include "core/download/http_words.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;

constexpr auto cancelInterval = 50ms;
constexpr qint64 mostBuffered = 4 << 20; ///< a fast server is slowed to the disk's pace, not kept in memory

/** The proxy that the person's system names, but for this machine itself. */
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const bool local = query.peerHostName() == QLatin1String("localhost") ||
                           QHostAddress(query.peerHostName()).isLoopback();
        return local ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : systemProxyForQuery(query);
    }
};

QNetworkRequest toQt(const HttpRequest& request)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setTransferTimeout(static_cast<int>(request.silence.count()));
    result.setRawHeader("User-Agent", request.userAgent);
    if (!request.authorization.isEmpty())
        result.setRawHeader("Authorization", request.authorization);
    if (request.body == HttpBody::AsStored)
        result.setRawHeader("Accept-Encoding", "identity"); // else ranges would count packed bytes
    if (request.from > 0) {
        result.setRawHeader("Range", "bytes=" + QByteArray::number(static_cast<qint64>(request.from)) + "-");
        if (!request.version.empty())
            result.setRawHeader("If-Range", QByteArray::fromStdString(request.version));
    }
    return result;
}

HttpAnswer headOf(const QNetworkReply& reply)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    bool isNumber = false;
    const auto length = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    answer.length = isNumber ? length : -1;
    answer.version = versionOf(reply.rawHeader("ETag"), reply.rawHeader("Last-Modified"));
    answer.contentRange = reply.rawHeader("Content-Range");
    answer.location = reply.rawHeader("Location");
    answer.contentType = reply.rawHeader("Content-Type");
    answer.server = reply.rawHeader("Server");
    answer.mitigated = reply.rawHeader("cf-mitigated");
    answer.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    return answer;
}

/** One exchange: carries the reply's signals to the caller's functions, and remembers what came first. */
class Exchange
{
public:
    Exchange(QNetworkReply& reply, const TakeHead& takeHead, const TakeBody& takeBody)
        : m_reply(reply), m_takeHead(takeHead), m_takeBody(takeBody)
    {
    }

    bool hasHead() const { return m_answer.has_value(); }
    const HttpAnswer& answer() const { return *m_answer; }
    const std::optional<Error>& refusal() const { return m_refusal; }
    std::int64_t received() const { return m_received; } ///< bytes of the body

    void refuse(Error error)
    {
        if (!m_refusal) {
            m_refusal = std::move(error);
            m_reply.abort();
        }
    }

    void drain()
    {
        if (m_refusal || !m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
            return;
        if (!m_answer) {
            m_answer = headOf(m_reply);
            if (auto taken = m_takeHead(*m_answer); !taken)
                return refuse(taken.error());
        }
        if (m_reply.bytesAvailable() == 0)
            return;
        const QByteArray bytes = m_reply.readAll();
        m_received += bytes.size();
        if (auto taken =
                m_takeBody(std::as_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
            !taken)
            refuse(taken.error());
    }

private:
    QNetworkReply& m_reply;
    const TakeHead& m_takeHead;
    const TakeBody& m_takeBody;
    std::optional<HttpAnswer> m_answer;
    std::optional<Error> m_refusal;
    std::int64_t m_received = 0;
};

Error errorOf(const QNetworkReply& reply, std::chrono::milliseconds silence)
{
    const std::string reason =
        reply.error() == QNetworkReply::OperationCanceledError
            ? "nothing came for " + std::to_string(std::chrono::ceil<std::chrono::seconds>(silence).count()) +
                  " s"
            : reply.errorString().toStdString();
    return {ErrorCode::Io, reason, reply.url().toString().toStdString()};
}

} // namespace

HttpSession::HttpSession() : m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setProxyFactory(new SystemProxies); // the manager owns it
}

HttpSession::~HttpSession() = default;

tl::expected<HttpAnswer, HttpFailure> HttpSession::get(const HttpRequest& request, const TakeHead& takeHead,
                                                       const TakeBody& takeBody, const JobContext& context)
{
    const std::unique_ptr<QNetworkReply> reply(m_network->get(toQt(request)));
    reply->setReadBufferSize(mostBuffered);

    Exchange exchange(*reply, takeHead, takeBody);
    QEventLoop loop;
    QTimer cancel;
    QObject::connect(&cancel, &QTimer::timeout, &loop, [&] {
        if (context.cancelled())
            exchange.refuse({ErrorCode::Cancelled, "cancelled", {}});
    });
    QObject::connect(reply.get(), &QNetworkReply::metaDataChanged, &loop, [&] { exchange.drain(); });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] { exchange.drain(); });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    cancel.start(cancelInterval);
    if (!reply->isFinished())
        loop.exec();
    exchange.drain();

    using Kind = HttpFailure::Kind;
    if (exchange.refusal())
        return tl::unexpected(HttpFailure{Kind::Refused, *exchange.refusal()});
    if (!exchange.hasHead())
        return tl::unexpected(HttpFailure{Kind::Unreachable, errorOf(*reply, request.silence)});
    // From 400 on, Qt's error only repeats the status, which the caller judges.
    const bool cut = reply->error() != QNetworkReply::NoError && exchange.answer().status < 400;
    if (cut)
        return tl::unexpected(HttpFailure{Kind::Interrupted, errorOf(*reply, request.silence)});
    // Qt takes a connection that closes right behind a piece of the body for its regular end.
    const auto length = exchange.answer().length;
    if (request.body == HttpBody::AsStored && exchange.received() < length)
        return tl::unexpected(HttpFailure{
            Kind::Interrupted,
            {ErrorCode::Io,
             std::to_string(exchange.received()) + " of " + std::to_string(length) + " bytes came",
             request.url.toString().toStdString()}});
    return exchange.answer();
}

tl::expected<HttpAnswer, HttpFailure> httpGet(const HttpRequest& request, const TakeHead& takeHead,
                                              const TakeBody& takeBody, const JobContext& context)
{
    return HttpSession().get(request, takeHead, takeBody, context);
}

} // namespace nakama
