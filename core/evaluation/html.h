#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nakama
{

/** Text for HTML or SVG, in content and in quoted attributes. */
std::string htmlEscape(std::string_view text);

/** At most length characters of UTF-8 text, the last one an ellipsis where something was cut. Not escaped. */
std::string shortened(std::string_view text, std::size_t length);

} // namespace nakama
