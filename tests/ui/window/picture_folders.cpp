#include "tests/ui/window/picture_folders.h"

#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"

#include <opencv2/imgproc.hpp>

#include <stdexcept>

namespace nakama::test
{

namespace
{

constexpr int side = 48;

cv::Mat paint(int shape, int index)
{
    RandomStream random(7, RandomPurpose::Painting, static_cast<std::uint64_t>(shape),
                        static_cast<std::uint64_t>(index));
    const auto shade = [&](double low, double high) { return random.uniform(low, high); };
    cv::Mat picture(side, side, CV_8UC3, cv::Scalar(shade(180, 255), shade(180, 255), shade(180, 255)));
    // A page of its own for each, since one shape on a plain page is a crop of another.
    for (int y = 0; y < side; y += 8)
        for (int x = 0; x < side; x += 8)
            picture(cv::Rect(x, y, 8, 8)) -= cv::Scalar::all(shade(0, 110));
    static const cv::Scalar inks[] = {{210, 50, 40}, {40, 120, 210}, {40, 160, 70}, {150, 60, 180}};
    const cv::Scalar ink = inks[shape % 4] + cv::Scalar(shade(-25, 25), shade(-25, 25), shade(-25, 25));
    const cv::Point centre(static_cast<int>(shade(18, 30)), static_cast<int>(shade(18, 30)));
    const int size = static_cast<int>(shade(9, 15));
    if (shape % 2 == 0)
        cv::circle(picture, centre, size, ink, cv::FILLED, cv::LINE_AA);
    else
        cv::rectangle(picture, centre - cv::Point(size, size / 2), centre + cv::Point(size, size / 2), ink,
                      cv::FILLED);
    return picture;
}

} // namespace

void writePictureFolders(const std::filesystem::path& folder, const std::vector<std::string>& classes,
                         int pictures, int first)
{
    for (std::size_t shape = 0; shape < classes.size(); ++shape) {
        std::filesystem::create_directories(folder / classes[shape]);
        for (int index = first; index < first + pictures; ++index) {
            const auto bytes = encodePng(paint(static_cast<int>(shape), index));
            const auto path = folder / classes[shape] / (std::to_string(index) + ".png");
            if (!bytes || !writeFileAtomically(path, *bytes))
                throw std::runtime_error("a picture could not be written: " + path.string());
        }
    }
}

} // namespace nakama::test
