#pragma once

#include "core/imaging/preprocessing.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nakama
{

/** Which crops of a picture a model is asked about, to average its answers; Plain: the evaluation crop alone.
 */
enum class TestViews { Plain, Flip, Crops, FlipAndCrops };

/** "plain", "flip", "crops", "flip-crops": as on the command line and in files. */
std::string_view testViewsName(TestViews views);
std::optional<TestViews> testViewsFromName(std::string_view name);

/** One crop of a shrunk picture. */
struct TestView
{
    double place =
        0.5; ///< of the crop along what the picture has beyond it: 0 left and top, 1 right and bottom
    bool mirrored = false;

    bool operator==(const TestView&) const = default;
};

/**
 * The crops of a choice, the evaluation crop first: Flip adds its mirror image, Crops one at each end, and
 * FlipAndCrops these and the mirror images of all three. Where the resize leaves nothing beyond the crop, as
 * BEiT's does, the crops are one and the same.
 */
std::vector<TestView> viewsOf(TestViews views);

/** crop × crop RGB 8-bit picture; that of TestView{} equals evaluationCrop(). */
cv::Mat testCrop(const cv::Mat& shrunk, const Preprocessing& preprocessing, const TestView& view);

} // namespace nakama
