#pragma once

#include "tests/support/booru/scenario.h"

#include <map>
#include <mutex>
#include <string>

namespace nakama::booru
{

/** The files of posts: painted when they are first asked for, always the same bytes. */
class Pictures
{
public:
    /** variant: "original", "sample" or "720x720". */
    const std::string& file(const Scenario& scenario, const Post& post, const std::string& variant);
    std::string md5(const Scenario& scenario, const Post& post);

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_files; ///< by id and variant
};

} // namespace nakama::booru
