#pragma once

#include "core/workspace/records.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace nakama
{

/**
 * The annotation files of a COCO data set, one a part (cocodataset.org, "data format"). A label is of the
 * whole picture, so its box is the whole picture. Category ids are class indices + 1.
 */
class Coco
{
public:
    explicit Coco(const std::vector<std::string>& classNames);

    /** Notes a picture; file is its path below the folder of the data set. */
    void add(const ImageRecord& image, const std::string& part, const std::string& file);
    /** By part: the text of annotations/PART.json. */
    std::map<std::string, std::string> files() const;

private:
    nlohmann::ordered_json m_categories = nlohmann::ordered_json::array();
    std::map<std::string, nlohmann::ordered_json> m_parts;
};

} // namespace nakama
