#pragma once

#include "tests/support/booru/http.h"
#include "tests/support/booru/pictures.h"
#include "tests/support/booru/scenario.h"

namespace nakama::booru
{

/** The origin that answers questions about posts. */
class Api
{
public:
    Api(Scenario& scenario, Pictures& pictures, std::string pictureHost)
        : m_scenario(scenario), m_pictures(pictures), m_pictureHost(std::move(pictureHost))
    {
    }
    Response answer(const Request& request);

private:
    Response posts(const Request& request, const Account* account);
    Response count(const Request& request);
    Response tags(const Request& request);
    Response autocomplete(const Request& request);
    static Response profile(const Account* account);
    nlohmann::json postJson(const Post& post, const Account* account);
    std::map<std::string, int> countsOfTags() const;

    Scenario& m_scenario;
    Pictures& m_pictures;
    std::string m_pictureHost;
};

/** The origin that holds the pictures. */
class PictureHost
{
public:
    PictureHost(Scenario& scenario, Pictures& pictures) : m_scenario(scenario), m_pictures(pictures) {}
    /** /VARIANT/ab/cd/<id>-<md5>.<ext> */
    Response answer(const Request& request);

private:
    Scenario& m_scenario;
    Pictures& m_pictures;
};

/** What Cloudflare answers to a client that it takes for a robot. */
Response challenge();
/** A fault by name that both origins know; nothing for others. */
std::optional<Response> generalFault(const Fault& fault);

} // namespace nakama::booru
