#include "core/download/http_words.h"

#include <gtest/gtest.h>

namespace nakama
{

using namespace std::chrono_literals;

TEST(HttpWords, ContentRangeIsReadOrRefused)
{
    const auto range = parseContentRange("bytes 100-199/200");
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->first, 100);
    EXPECT_EQ(range->total, 200);
    EXPECT_EQ(parseContentRange("bytes 5-9/*")->total, -1);
    EXPECT_EQ(parseContentRange("bytes */200")->total, 200);
    for (const char* wrong :
         {"", "bytes", "bytes 1-2", "items 1-2/3", "bytes a-2/3", "bytes 1-2/x", "bytes -5/7/8"})
        EXPECT_FALSE(parseContentRange(wrong).has_value()) << wrong;
}

TEST(HttpWords, RetryAfterIsSecondsOrADate)
{
    const auto now = QDateTime::fromString(QStringLiteral("2026-10-21T07:28:00Z"), Qt::ISODate);
    EXPECT_EQ(parseRetryAfter("120", now), 120s);
    EXPECT_EQ(parseRetryAfter("-3", now), 0s);
    EXPECT_EQ(parseRetryAfter("Wed, 21 Oct 2026 07:28:30 GMT", now), 30s);
    EXPECT_EQ(parseRetryAfter("Wed, 21 Oct 2026 07:00:00 GMT", now), 0s);
    EXPECT_EQ(parseRetryAfter("soon", now), std::nullopt);
    EXPECT_EQ(parseRetryAfter("", now), std::nullopt);
}

TEST(HttpWords, OnlyAStrongVersionMayBeResumed)
{
    EXPECT_EQ(versionOf("\"abc\"", "Wed, 21 Oct 2026 07:28:00 GMT"), "\"abc\"");
    EXPECT_EQ(versionOf("W/\"abc\"", "Wed, 21 Oct 2026 07:28:00 GMT"), "Wed, 21 Oct 2026 07:28:00 GMT");
    EXPECT_EQ(versionOf("W/\"abc\"", ""), "");
}

TEST(HttpWords, RedirectsLeadToHttps)
{
    const auto may = [](const char* from, const char* to) {
        return mayRedirect(QUrl(QString::fromLatin1(from)), QUrl(QString::fromLatin1(to)));
    };
    EXPECT_TRUE(may("https://a.org/x", "https://b.org/y"));
    EXPECT_TRUE(may("http://mirror.lan/x", "https://b.org/y"));
    EXPECT_TRUE(may("http://mirror.lan/x", "http://mirror.lan:8080/y"));
    EXPECT_FALSE(may("https://a.org/x", "http://a.org/x"));
    EXPECT_FALSE(may("http://mirror.lan/x", "http://b.org/y"));
    EXPECT_FALSE(may("https://a.org/x", "file:///etc/passwd"));
}

TEST(HttpWords, AMirrorTakesThePlaceOfTheHost)
{
    const std::string address = "https://download.pytorch.org/models/a.pth";
    const auto on = [&](const std::string& mirror) {
        const auto url = mirrored(address, mirror);
        return url ? url->toString().toStdString() : errorCodeName(url.error().code).data();
    };
    EXPECT_EQ(on(""), address);
    EXPECT_EQ(on("http://mirror.lan:8080"), "http://mirror.lan:8080/models/a.pth");
    EXPECT_EQ(on("https://m.org/weights/"), "https://m.org/weights/models/a.pth");
    for (const char* wrong : {"mirror.lan", "ftp://m.org", "https://", "https://m.org/?x=1", "file:///tmp"})
        EXPECT_EQ(on(wrong), "invalid-argument") << wrong;
}

} // namespace nakama
