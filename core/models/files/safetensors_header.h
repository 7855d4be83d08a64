#pragma once

#include "core/models/files/dtype.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace nakama
{

/** One tensor as the header of a safetensors file describes it. */
struct SafetensorsField
{
    std::string name;
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> offsets;
    bool hasShape = false;
};

/**
 * Reads the JSON header of a safetensors file event by event, so that a header made to swell in memory, or to
 * nest without end, is refused at its first wrong event. After a failed parse, error says what was wrong.
 */
class SafetensorsHeader : public nlohmann::json_sax<nlohmann::json>
{
public:
    std::vector<SafetensorsField> fields;
    std::map<std::string, std::string> metadata;
    std::string error;

    bool null() override { return refuse("null"); }
    bool boolean(bool) override { return refuse("a boolean"); }
    bool number_integer(number_integer_t) override { return refuse("a negative number"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t, const string_t&) override { return refuse("a fraction"); }
    bool string(string_t& value) override;
    bool binary(binary_t&) override { return refuse("binary data"); }
    bool start_object(std::size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override;

private:
    enum class Where { Outside, Top, Metadata, Tensor, Array };

    bool refuse(const std::string& what);

    Where m_where = Where::Outside;
    std::string m_key;                            ///< last key of the innermost object
    std::set<std::string> m_names;                ///< keys of the top object, to find duplicates
    std::vector<std::int64_t>* m_array = nullptr; ///< what the numbers of an array go to
};

} // namespace nakama
