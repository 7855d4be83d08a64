#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/** The server's address as the catalogue names the site: no slash at the end. Error: InvalidArgument. */
Result<std::string> siteOf(const std::string& server);

/** Whether it is this machine itself, for which neither https nor the published pace is asked. */
bool isThisMachine(const QUrl& url);

/** Whether two addresses have scheme, host and port in common, so that what is secret may go to both. */
bool isSameOrigin(const QUrl& one, const QUrl& other);

/** Site, path and query; values are encoded so that none of their letters has a meaning of its own. */
QUrl apiAddress(const std::string& site, const char* path,
                const std::vector<std::pair<const char*, std::string>>& query);

} // namespace nakama
