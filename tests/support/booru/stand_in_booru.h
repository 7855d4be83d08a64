#pragma once

#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include <string>
#include <vector>

namespace nakama::test
{

/** A request as the server saw it. */
struct BooruRequest
{
    std::string origin; ///< "api" or "pictures"
    int connection = 0;
    std::string target; ///< path and query, as sent
    std::string path;
    std::string tags; ///< decoded
    std::string userAgent, authorization, acceptEncoding, range;
    int status = 0;
    double milliseconds = 0; ///< by the steady clock
};

/**
 * A booru in a process of its own, on this machine only, with two origins as the real one: what it knows and
 * does wrong is in booru::Scenario.
 */
class StandInBooru
{
public:
    explicit StandInBooru(const nlohmann::json& scenario);
    ~StandInBooru();
    StandInBooru(const StandInBooru&) = delete;
    StandInBooru& operator=(const StandInBooru&) = delete;

    /** "http://127.0.0.1:PORT", of the API. */
    std::string address() const { return "http://127.0.0.1:" + m_apiPort; }
    std::vector<BooruRequest> requests() const;
    /** Those of one origin from the nth on. */
    std::vector<BooruRequest> requests(const std::string& origin, std::size_t from = 0) const;
    /** From now on nobody listens on its addresses. */
    void stop();

private:
    TemporaryFolder m_folder;
    pid_t m_process = -1;
    std::string m_apiPort;
};

/** A post of a scenario. */
nlohmann::json booruPost(std::int64_t id, const std::string& characters,
                         const nlohmann::json& more = nlohmann::json::object());

} // namespace nakama::test
