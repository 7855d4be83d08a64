#include "core/imaging/preprocessing.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/imaging/resize.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace nakama
{

namespace
{

constexpr std::int64_t maxAspect = 20;
/** How much larger than wanted a reduced decode must be, so that the antialiased resize still has detail to
 * weigh. */
constexpr int reducedDecodeMargin = 2;

std::string_view kindName(ResizeRule::Kind kind)
{
    return kind == ResizeRule::Kind::Square ? "square" : "shorter";
}

ResizeRule::Kind kindFromName(const std::string& name)
{
    if (name == "square")
        return ResizeRule::Kind::Square;
    if (name == "shorter")
        return ResizeRule::Kind::ShorterSide;
    throw nlohmann::json::other_error::create(501, "resize kind \"" + name + "\" is not known", nullptr);
}

} // namespace

std::string ResizeRule::name() const
{
    return fmt::format("{}-{}", kindName(kind), size);
}

cv::Size ResizeRule::apply(cv::Size original) const
{
    if (kind == Kind::Square)
        return {size, size};
    const auto [shorter, longer] = std::minmax(original.width, original.height);
    const auto newLonger =
        static_cast<int>(std::min(std::int64_t{size} * longer / shorter, std::int64_t{size} * maxAspect));
    return original.width <= original.height ? cv::Size(size, newLonger) : cv::Size(newLonger, size);
}

Preprocessing Preprocessing::scaledTo(int newCrop) const
{
    Preprocessing scaled = *this;
    scaled.crop = newCrop;
    scaled.resize.size = static_cast<int>(std::lround(static_cast<double>(resize.size) * newCrop / crop));
    return scaled;
}

std::string Preprocessing::hash() const
{
    return sha256(nlohmann::json(*this).dump()).substr(0, 16);
}

void to_json(nlohmann::json& json, const Preprocessing& preprocessing)
{
    json = {{"resize", {{"kind", kindName(preprocessing.resize.kind)}, {"size", preprocessing.resize.size}}},
            {"crop", preprocessing.crop},
            {"mean", preprocessing.mean},
            {"std", preprocessing.std}};
}

void from_json(const nlohmann::json& json, Preprocessing& preprocessing)
{
    preprocessing.resize.kind = kindFromName(json.at("resize").at("kind").get<std::string>());
    preprocessing.resize.size = json.at("resize").at("size").get<int>();
    preprocessing.crop = json.at("crop").get<int>();
    preprocessing.mean = json.at("mean").get<std::array<float, 3>>();
    preprocessing.std = json.at("std").get<std::array<float, 3>>();
}

cv::Mat shrink(const cv::Mat& rgb, const ResizeRule& rule)
{
    const cv::Size size = rule.apply(rgb.size());
    return size == rgb.size() ? rgb : resizeAntialiased(rgb, size.width, size.height);
}

Result<cv::Mat> decodeShrunk(std::span<const std::byte> bytes, std::string_view name, const ResizeRule& rule,
                             const DecodeLimits& limits)
{
    NAKAMA_TRY(const ReducedImage image,
               decodeImageReduced(bytes, name, rule.size * reducedDecodeMargin, limits));
    const cv::Size size = rule.apply(image.original);
    return size == image.rgb.size() ? image.rgb
                                    : resizeBoxAntialiased(image.rgb, image.content, size.width, size.height);
}

Result<cv::Mat> decodeShrunkFile(const std::filesystem::path& path, const ResizeRule& rule)
{
    NAKAMA_TRY(const auto bytes, readFile(path, DecodeLimits{}.maxFileBytes));
    return decodeShrunk(bytes, path.string(), rule);
}

cv::Mat evaluationCrop(const cv::Mat& shrunk, const Preprocessing& preprocessing)
{
    return centerCrop(shrunk, preprocessing.crop);
}

cv::Rect2d evaluationArea(cv::Size picture, const Preprocessing& preprocessing)
{
    const auto shrunk = preprocessing.resize.apply(picture);
    const cv::Size2d share(static_cast<double>(preprocessing.crop) / shrunk.width,
                           static_cast<double>(preprocessing.crop) / shrunk.height);
    return {cv::Point2d((1 - share.width) / 2, (1 - share.height) / 2), share};
}

void normaliseInto(const cv::Mat& rgb, const Preprocessing& preprocessing, float* out)
{
    // A channel has 256 values, so the divisions are done 768 times and looked up after that.
    std::array<std::array<float, 256>, 3> table;
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t value = 0; value < 256; ++value)
            table[channel][value] = (static_cast<float>(value) / 255.0f - preprocessing.mean[channel]) /
                                    preprocessing.std[channel];

    const std::size_t plane = static_cast<std::size_t>(rgb.rows) * static_cast<std::size_t>(rgb.cols);
    for (int y = 0; y < rgb.rows; ++y) {
        const std::uint8_t* pixel = rgb.ptr(y);
        float* target = out + static_cast<std::size_t>(y) * static_cast<std::size_t>(rgb.cols);
        for (int x = 0; x < rgb.cols; ++x, pixel += 3, ++target) {
            target[0] = table[0][pixel[0]];
            target[plane] = table[1][pixel[1]];
            target[2 * plane] = table[2][pixel[2]];
        }
    }
}

} // namespace nakama
