#include "tests/support/shapes.h"

#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <stdexcept>

namespace nakama::test
{

cv::Mat paintShape(int classIndex, int index, int side)
{
    RandomStream random(17, RandomPurpose::Painting, static_cast<std::uint64_t>(classIndex),
                        static_cast<std::uint64_t>(index));
    static const std::array<cv::Scalar, 4> colours{cv::Scalar(220, 40, 40), cv::Scalar(40, 160, 60),
                                                   cv::Scalar(50, 70, 220), cv::Scalar(230, 190, 30)};
    const double grey = random.uniform(150, 255);
    cv::Mat picture(side, side, CV_8UC3, cv::Scalar(grey, grey, grey));
    const cv::Point centre(static_cast<int>(random.uniform(0.35, 0.65) * side),
                           static_cast<int>(random.uniform(0.35, 0.65) * side));
    const int radius = static_cast<int>(random.uniform(0.18, 0.3) * side);
    const auto& colour = colours[static_cast<std::size_t>(classIndex) % colours.size()];
    if (classIndex / 4 % 2 == 0)
        cv::circle(picture, centre, radius, colour, cv::FILLED);
    else
        cv::rectangle(picture, centre - cv::Point(radius, radius), centre + cv::Point(radius, radius), colour,
                      cv::FILLED);
    // One pixel tells every picture from every other: content decides identity.
    picture.at<cv::Vec3b>(0, 0) = cv::Vec3b(static_cast<uchar>(index % 256), static_cast<uchar>(index / 256),
                                            static_cast<uchar>(classIndex));
    return picture;
}

void writeShapeFolders(const std::filesystem::path& folder, const std::vector<std::string>& classes,
                       const std::vector<int>& counts)
{
    for (std::size_t c = 0; c < classes.size(); ++c) {
        std::filesystem::create_directories(folder / classes[c]);
        for (int i = 0; i < counts[c]; ++i) {
            const auto png = encodePng(paintShape(static_cast<int>(c), i), 1);
            if (!png || !writeFileAtomically(folder / classes[c] / (std::to_string(i) + ".png"), *png))
                throw std::runtime_error("the test pictures could not be written");
        }
    }
}

} // namespace nakama::test
