#pragma once

#include <string_view>
#include <vector>

namespace nakama
{

/** The JSON texts of resources/presets, compiled in. */
const std::vector<std::string_view>& presetTexts();

} // namespace nakama
