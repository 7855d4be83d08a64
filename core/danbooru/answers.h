#pragma once

#include "core/danbooru/client.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/**
 * The API's answers as values, checked field by field. Errors: CorruptData, naming the field ("[3].id") and
 * what was expected of it. Addresses of files that are relative are those of server.
 */
Result<std::vector<Post>> postsFrom(const nlohmann::json& answer, const std::string& server);
Result<std::optional<std::int64_t>> countFrom(const nlohmann::json& answer);
Result<std::vector<TagInfo>> tagsFrom(const nlohmann::json& answer);
Result<std::vector<TagSuggestion>> suggestionsFrom(const nlohmann::json& answer);
Result<Account> accountFrom(const nlohmann::json& answer);

} // namespace nakama
