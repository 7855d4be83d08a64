#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace nakama
{

/** What loading weights into a model did; shown to people after every load. */
struct LoadReport
{
    std::vector<std::string> matched;
    std::vector<std::string> missing;      ///< the model has them, the file does not
    std::vector<std::string> leftOver;     ///< the file has them, the model does not
    std::vector<std::string> shapesDiffer; ///< "layer1.0.conv1.weight: file (64,3,3,3), model (64,64,3,3)"
    std::vector<std::string> notes;        ///< what reading changed: prefixes, interpolated tables
    std::string replacedHead;              ///< why the head is new; empty where it was loaded
};

void to_json(nlohmann::json& json, const LoadReport& report);

/** The report in lines for people; long lists are cut short, and what is empty has no line. */
std::vector<std::string> linesOf(const LoadReport& report);

} // namespace nakama
