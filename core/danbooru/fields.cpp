#include "core/danbooru/fields.h"

#include <fmt/format.h>

#include <utility>

namespace nakama
{

tl::unexpected<Error> wrongShape(const std::string& problem)
{
    return fail(ErrorCode::CorruptData,
                fmt::format("the server's answer has another shape than Danbooru's: {}; check the server's "
                            "address, or see whether there is a newer Nakama",
                            problem));
}

Fields::Fields(const nlohmann::json& object, std::string path) : m_object(object), m_path(std::move(path))
{
    if (!m_object.is_object())
        m_problem =
            fmt::format("{} is {}, not an object", m_path.empty() ? "it" : m_path, m_object.type_name());
}

const nlohmann::json* Fields::find(const char* name) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

void Fields::refuse(const char* name, const std::string& expected)
{
    if (!m_problem.empty())
        return;
    const auto* value = find(name);
    m_problem = fmt::format("{}{}{} is {}, not {}", m_path, m_path.empty() ? "" : ".", name,
                            value ? value->type_name() : "missing", expected);
}

const nlohmann::json* Fields::wanted(const char* name, Field need, const std::string& expected)
{
    const auto* value = find(name);
    if (!value && need == Field::Required)
        refuse(name, expected);
    return value;
}

std::int64_t Fields::number(const char* name, Field need)
{
    const auto* value = wanted(name, need, "an integer");
    if (!value)
        return 0;
    if (!value->is_number_integer()) {
        refuse(name, "an integer");
        return 0;
    }
    return value->get<std::int64_t>();
}

std::string Fields::text(const char* name, Field need)
{
    const auto* value = wanted(name, need, "a string");
    if (!value)
        return {};
    if (!value->is_string()) {
        refuse(name, "a string");
        return {};
    }
    return value->get<std::string>();
}

bool Fields::flag(const char* name, Field need)
{
    const auto* value = wanted(name, need, "true or false");
    if (!value)
        return false;
    if (!value->is_boolean()) {
        refuse(name, "true or false");
        return false;
    }
    return value->get<bool>();
}

Result<void> Fields::check() const
{
    if (m_problem.empty())
        return {};
    return wrongShape(m_problem);
}

} // namespace nakama
