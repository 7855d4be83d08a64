#pragma once

#include "core/base/result.h"
#include "core/download/http_get.h"

#include <chrono>
#include <optional>
#include <string>

namespace nakama
{

/** Why a request did not bring what it should. */
struct Trouble
{
    enum class Kind {
        Lasting, ///< this request will never succeed
        Passing, ///< a later attempt may
        OfAll,   ///< no other request would fare better: no connection, a protection page, a full disk
    };
    Kind kind = Kind::Lasting;
    Error error;
    std::optional<std::chrono::seconds> retryAfter{}; ///< the server asks to wait so long
    int status = 0;                                   ///< of the answer; 0 where none came
    bool tooMany = false;                             ///< requests: everybody had better wait
    bool unreachable = false;                         ///< there is no connection at all
    bool wrongContent = false;     ///< it came, and is not what was published; worth one more attempt
    bool tooSlowForServer = false; ///< its database gave up; asking for less may help
};

/** What was asked, for the words of a message. */
enum class Asked { Api, Picture };

/** What the status and words of an answer that is not 200 mean, and the way out. body may be cut. */
Trouble troubleOf(const HttpAnswer& answer, const std::string& body, const QUrl& url, Asked asked);
/** The same where no whole answer came. */
Trouble troubleOf(const HttpFailure& failure, const QUrl& url);

/** The address as messages name it: scheme, host and path. */
std::string shownAddress(const QUrl& url);

} // namespace nakama
