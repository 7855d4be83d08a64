#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace nakama
{

/** What a field of an answer is where it need not be there. */
enum class Field { Required, Optional };

/**
 * Reads the fields of one JSON object and remembers the first that is not what it should be; what is wrong
 * reads as 0 or empty, so that a caller asks once, at the end.
 */
class Fields
{
public:
    /** path is how errors name the object: "[3].media_asset". */
    Fields(const nlohmann::json& object, std::string path);

    std::int64_t number(const char* name, Field need = Field::Required);
    std::string text(const char* name, Field need = Field::Required);
    bool flag(const char* name, Field need = Field::Required);
    /** Nothing where it is absent or null. */
    const nlohmann::json* find(const char* name) const;

    const std::string& path() const { return m_path; }
    void refuse(const char* name, const std::string& expected);
    Result<void> check() const;

private:
    const nlohmann::json* wanted(const char* name, Field need, const std::string& expected);

    const nlohmann::json& m_object;
    std::string m_path;
    std::string m_problem;
};

/** The error of an answer that has another shape. */
tl::unexpected<Error> wrongShape(const std::string& problem);

} // namespace nakama
