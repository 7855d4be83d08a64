#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace nakama
{

/** "bytes 100-199/200"; −1 where it says "*". */
struct ContentRange
{
    std::int64_t first = -1;
    std::int64_t total = -1;
};
std::optional<ContentRange> parseContentRange(const QByteArray& header);

/** Retry-After: seconds, or a date; RFC 9110, 10.2.3. */
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& header, const QDateTime& now);

/** What If-Range may name: a strong ETag, else the date of the last change, else nothing. RFC 9110, 13.1.5.
 */
std::string versionOf(const QByteArray& etag, const QByteArray& lastModified);

/** A redirect may lead to https; to plain http only within a host that was asked by plain http. */
bool mayRedirect(const QUrl& from, const QUrl& to);

/**
 * The address on a mirror: scheme and host are the mirror's, its path goes before the address's own. An empty
 * mirror changes nothing. Error: InvalidArgument (the mirror is no http or https address).
 */
Result<QUrl> mirrored(const std::string& address, const std::string& mirror);

} // namespace nakama
