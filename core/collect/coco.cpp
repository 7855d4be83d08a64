#include "core/collect/coco.h"

namespace nakama
{

using Json = nlohmann::ordered_json;

Coco::Coco(const std::vector<std::string>& classNames)
{
    for (std::size_t i = 0; i < classNames.size(); ++i)
        m_categories.push_back({{"id", i + 1}, {"name", classNames[i]}, {"supercategory", "character"}});
}

void Coco::add(const ImageRecord& image, const std::string& part, const std::string& file)
{
    auto& json = m_parts.try_emplace(part, Json{{"images", Json::array()}, {"annotations", Json::array()}})
                     .first->second;
    json["images"].push_back(
        {{"id", image.id}, {"file_name", file}, {"width", image.width}, {"height", image.height}});
    if (image.classIndex < 0)
        return;
    json["annotations"].push_back({{"id", image.id},
                                   {"image_id", image.id},
                                   {"category_id", image.classIndex + 1},
                                   {"bbox", {0, 0, image.width, image.height}},
                                   {"area", static_cast<std::int64_t>(image.width) * image.height},
                                   {"iscrowd", 0}});
}

std::map<std::string, std::string> Coco::files() const
{
    std::map<std::string, std::string> files;
    for (auto [part, json] : m_parts) {
        json["categories"] = m_categories;
        files[part] = json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
    return files;
}

} // namespace nakama
