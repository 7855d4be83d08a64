#include "tests/support/booru/api.h"

#include <stdexcept>

namespace nakama::booru
{

namespace
{

std::string typeOf(const std::string& path)
{
    return path.ends_with(".png")   ? "image/png"
           : path.ends_with(".jpg") ? "image/jpeg"
                                    : "application/octet-stream";
}

/** The rest of a file, where it was asked for. */
void serveRange(const Request& request, Response& response)
{
    const auto range = request.header("range");
    if (!range.starts_with("bytes="))
        return;
    const auto first = std::stoul(range.substr(6));
    const auto total = response.body.size();
    if (first >= total)
        return;
    response.status = 206;
    response.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                       std::to_string(total - 1) + "/" +
                                                       std::to_string(total));
    response.body = response.body.substr(first);
}

} // namespace

Response PictureHost::answer(const Request& request)
{
    const auto slash = request.path.rfind('/');
    const auto dash = request.path.find('-', slash);
    const auto* post =
        dash == std::string::npos
            ? nullptr
            : m_scenario.post(std::atoll(request.path.substr(slash + 1, dash - slash - 1).c_str()));
    if (!post)
        return *generalFault({"404", 1, 0, {}});
    const auto variant = request.path.substr(1, request.path.find('/', 1) - 1);
    Response response;
    response.type = typeOf(request.path);
    response.body = m_pictures.file(m_scenario, *post, variant);
    const auto fault = m_scenario.pictureFault(post->id);
    if (!fault) {
        serveRange(request, response);
        return response;
    }
    if (const auto general = generalFault(*fault))
        return *general;
    if (fault->name == "redirect") {
        response.status = 302;
        response.headers.emplace_back("Location", request.path + "?moved");
        response.body.clear();
    } else if (fault->name == "short") {
        response.cutAfter = response.body.size() / 2;
    } else if (fault->name == "stall") {
        response.cutAfter = response.body.size() / 2;
        response.stallSeconds = 60;
    } else if (fault->name == "slow") {
        response.bytesPerSecond = response.body.size();
    } else if (fault->name == "wrong-md5") {
        response.body[response.body.size() / 2] ^= 1;
    } else if (fault->name == "empty") {
        response.body.clear();
    } else if (fault->name == "text") {
        response.body = "this is no picture";
    } else if (fault->name != "ignore-range") {
        throw std::runtime_error("no such fault: " + fault->name);
    }
    return response;
}

} // namespace nakama::booru
