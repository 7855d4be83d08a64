#include "ui/tabs/evaluate/picture_map.h"

#include <string_view>
#include <unordered_map>

namespace nakama
{

PictureMap mapOf(const std::vector<MapPoint>& points, const EvaluatedPictures& pictures)
{
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t number = 0; number < pictures.pictures().size(); ++number)
        numbers.emplace(pictures.pictures()[number].id, number);
    PictureMap map;
    for (const auto& point : points) {
        const auto found = numbers.find(point.picture.sha256);
        if (found == numbers.end())
            continue; // came into the set since
        map.numbers.push_back(found->second);
        map.places.emplace_back(point.place.x, point.place.y);
    }
    return map;
}

} // namespace nakama
