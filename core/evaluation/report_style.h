#pragma once

#include <string_view>

namespace nakama
{

/** The report's style sheet: light and dark by the reader's setting, and print. */
std::string_view reportStyle();

} // namespace nakama
