#include "core/models/files/safetensors_header.h"

#include <limits>

namespace nakama
{

namespace
{

constexpr std::size_t mostDimensions = 32;

} // namespace

bool SafetensorsHeader::refuse(const std::string& what)
{
    error = "its header has " + what + (m_key.empty() ? "" : " at \"" + m_key + "\"") +
            ", where the format has something else";
    return false;
}

bool SafetensorsHeader::number_unsigned(number_unsigned_t value)
{
    if (m_where != Where::Array)
        return refuse("a number");
    if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
        return refuse("a number that is too large");
    if (m_array->size() == mostDimensions)
        return refuse("a list that is too long");
    m_array->push_back(static_cast<std::int64_t>(value));
    return true;
}

bool SafetensorsHeader::string(string_t& value)
{
    if (m_where == Where::Metadata)
        return metadata.emplace(m_key, value).second || refuse("a second value");
    if (m_where == Where::Tensor && m_key == "dtype" && fields.back().dtype.empty()) {
        fields.back().dtype = value;
        return true;
    }
    return refuse("a text");
}

bool SafetensorsHeader::start_object(std::size_t)
{
    switch (m_where) {
    case Where::Outside:
        m_where = Where::Top;
        return true;
    case Where::Top:
        if (m_key == "__metadata__") {
            m_where = Where::Metadata;
        } else {
            m_where = Where::Tensor;
            fields.push_back({.name = m_key, .dtype = {}, .shape = {}, .offsets = {}});
        }
        return true;
    default:
        return refuse("an object");
    }
}

bool SafetensorsHeader::key(string_t& name)
{
    m_key = name;
    if (m_where == Where::Top && !m_names.insert(name).second) {
        error = "its header names \"" + name + "\" twice";
        return false;
    }
    return true;
}

bool SafetensorsHeader::end_object()
{
    if (m_where == Where::Tensor) {
        const auto& field = fields.back();
        if (field.dtype.empty() || !field.hasShape || field.offsets.size() != 2) {
            error = "its header does not give dtype, shape and data_offsets of \"" + field.name + "\"";
            return false;
        }
    }
    m_where = m_where == Where::Top ? Where::Outside : Where::Top;
    return true;
}

bool SafetensorsHeader::start_array(std::size_t)
{
    if (m_where != Where::Tensor)
        return refuse("a list");
    auto& field = fields.back();
    if (m_key == "shape" && !field.hasShape) {
        field.hasShape = true;
        m_array = &field.shape;
    } else if (m_key == "data_offsets" && field.offsets.empty()) {
        m_array = &field.offsets;
    } else {
        return refuse("a list");
    }
    m_where = Where::Array;
    return true;
}

bool SafetensorsHeader::end_array()
{
    m_where = Where::Tensor;
    return true;
}

bool SafetensorsHeader::parse_error(std::size_t position, const std::string&,
                                    const nlohmann::detail::exception&)
{
    error = "its header is not valid JSON (at byte " + std::to_string(position) + ")";
    return false;
}

} // namespace nakama
