#include "core/imaging/test_views.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::array<std::pair<TestViews, std::string_view>, 4> names{{
    {TestViews::Plain, "plain"},
    {TestViews::Flip, "flip"},
    {TestViews::Crops, "crops"},
    {TestViews::FlipAndCrops, "flip-crops"},
}};

} // namespace

std::string_view testViewsName(TestViews views)
{
    return std::ranges::find(names, views, &std::pair<TestViews, std::string_view>::first)->second;
}

std::optional<TestViews> testViewsFromName(std::string_view name)
{
    for (const auto& [views, itsName] : names)
        if (itsName == name)
            return views;
    return std::nullopt;
}

std::vector<TestView> viewsOf(TestViews views)
{
    std::vector<TestView> all{{}};
    if (views == TestViews::Crops || views == TestViews::FlipAndCrops) {
        all.push_back({.place = 0});
        all.push_back({.place = 1});
    }
    if (views == TestViews::Flip || views == TestViews::FlipAndCrops)
        for (std::size_t i = 0, plain = all.size(); i < plain; ++i)
            all.push_back({.place = all[i].place, .mirrored = true});
    return all;
}

cv::Mat testCrop(const cv::Mat& shrunk, const Preprocessing& preprocessing, const TestView& view)
{
    // The crop is the middle of the window that this place allows; a side without room is left to it whole.
    const auto window = [&](int length) {
        const int room = std::max(length - preprocessing.crop, 0);
        const int from = static_cast<int>(std::lrint(room * std::max(2 * view.place - 1, 0.0)));
        const int to = length - static_cast<int>(std::lrint(room * std::max(1 - 2 * view.place, 0.0)));
        return cv::Range(from, to);
    };
    cv::Mat crop = evaluationCrop(shrunk(window(shrunk.rows), window(shrunk.cols)), preprocessing);
    if (!view.mirrored)
        return crop;
    cv::Mat mirrored;
    cv::flip(crop, mirrored, 1);
    return mirrored;
}

} // namespace nakama
