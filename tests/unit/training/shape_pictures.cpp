#include "tests/unit/training/shape_pictures.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace nakama::test
{

namespace
{

constexpr int side = 36;

bool inside(int label, double x, double y, double radius)
{
    switch (label) {
    case 0:
        return std::hypot(x, y) < radius;
    case 1:
        return std::max(std::abs(x), std::abs(y)) < radius;
    default:
        return std::min(std::abs(x), std::abs(y)) < radius / 3 && std::max(std::abs(x), std::abs(y)) < radius;
    }
}

cv::Mat paint(int label, RandomStream& random)
{
    const double radius = random.uniform(7, 11);
    const double centreX = random.uniform(12, side - 12);
    const double centreY = random.uniform(12, side - 12);
    const auto shade = static_cast<int>(random.uniform(170, 255));
    cv::Mat picture(side, side, CV_8UC3);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            auto& pixel = picture.at<cv::Vec3b>(y, x);
            const bool shape = inside(label, x - centreX, y - centreY, radius);
            for (int channel = 0; channel < 3; ++channel) {
                const int ground = 60 + static_cast<int>(random.below(80));
                pixel[channel] = static_cast<unsigned char>(!shape ? ground : channel == label ? shade : 30);
            }
        }
    return picture;
}

} // namespace

const std::vector<std::string>& shapeClasses()
{
    static const std::vector<std::string> classes{"disc", "square", "cross"};
    return classes;
}

std::vector<LabelledPicture> paintShapes(const std::filesystem::path& folder, int perClass,
                                         std::uint64_t seed)
{
    std::filesystem::create_directories(folder);
    std::vector<LabelledPicture> pictures;
    for (int label = 0; label < static_cast<int>(shapeClasses().size()); ++label)
        for (int i = 0; i < perClass; ++i) {
            RandomStream random(seed, RandomPurpose::Painting, static_cast<std::uint64_t>(label),
                                static_cast<std::uint64_t>(i));
            const auto bytes = encodePng(paint(label, random));
            const auto name = shapeClasses()[static_cast<std::size_t>(label)] + std::to_string(i) + ".png";
            if (!bytes || !writeFileAtomically(folder / name, std::span<const std::byte>(*bytes)))
                throw std::runtime_error("could not paint " + name);
            pictures.push_back({folder / name, sha256(std::span<const std::byte>(*bytes)), name, label});
        }
    return pictures;
}

LabelledPicture brokenPicture(const std::filesystem::path& folder, int label)
{
    std::filesystem::create_directories(folder);
    const std::string text = "this is not a picture";
    if (!writeFileAtomically(folder / "broken.png", std::string_view(text)))
        throw std::runtime_error("could not write broken.png");
    return {folder / "broken.png", sha256(text), "broken.png", label};
}

TrainingConfig shapeConfig(int epochs)
{
    TrainingConfig config;
    config.classes = shapeClasses();
    config.preprocessing.resize.size = 36;
    config.preprocessing.crop = 32;
    config.epochs = epochs;
    config.batchSize = 8;
    config.loaderThreads = 1;
    config.device = "cpu";
    return config;
}

} // namespace nakama::test
