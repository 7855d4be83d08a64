#pragma once

#include "tests/support/temporary_folder.h"

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace nakama::test
{

/** A request as the server saw it. */
struct SeenRequest
{
    std::string path;
    std::string range;   ///< "bytes=100-", or empty
    std::string ifRange; ///< or empty
    int status = 0;      ///< that it answered
};

/**
 * A web server in a process of its own, on this machine only. It gives what put() names, with ETag and Range,
 * and behaves badly as the plan says, JSON such as {"/a": [{"cutAfter": 100}]}: a list of faults a path, one
 * a request, each used once unless it has "repeat": true. Faults: status (with retryAfter, location),
 * cutAfter (bytes of the body), bytesPerSecond, hangSeconds (after the body), ignoreRange, ignoreIfRange,
 * noVersion, etag, contentLength (a lie).
 */
class StandInServer
{
public:
    explicit StandInServer(const std::string& plan = "{}");
    ~StandInServer();
    StandInServer(const StandInServer&) = delete;
    StandInServer& operator=(const StandInServer&) = delete;

    /** path begins with a slash; what was there is replaced. */
    void put(const std::string& path, std::string_view content);
    /** "http://127.0.0.1:PORT" and the path. */
    std::string address(const std::string& path = {}) const;
    std::vector<SeenRequest> requests() const;
    /** From now on nobody listens on its address. */
    void stop();

private:
    TemporaryFolder m_folder;
    pid_t m_process = -1;
    std::string m_port;
};

} // namespace nakama::test
