#include "tests/support/booru/pictures.h"

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"
#include "core/sample/painter.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <span>
#include <stdexcept>

namespace nakama::booru
{

namespace
{

cv::Mat squares(const Post& post)
{
    cv::Mat rgb(post.height, post.width, CV_8UC3);
    RandomStream random(static_cast<std::uint64_t>(post.id), RandomPurpose::Painting);
    constexpr int side = 8;
    for (int y = 0; y < post.height; y += side)
        for (int x = 0; x < post.width; x += side) {
            const cv::Scalar colour(random.below(256), random.below(256), random.below(256));
            rgb(cv::Rect(x, y, std::min(side, post.width - x), std::min(side, post.height - y)))
                .setTo(colour);
        }
    return rgb;
}

cv::Mat paint(const Post& post)
{
    if (post.sample < 0)
        return squares(post);
    const auto painted =
        paintSample(post.sample, static_cast<int>(post.id % 100'000), 7, std::max(post.width, 64));
    cv::Mat fitting;
    cv::resize(painted, fitting, {post.width, post.height}, 0, 0, cv::INTER_AREA);
    return fitting;
}

std::string encoded(const cv::Mat& rgb, const std::string& extension)
{
    const auto bytes = extension == "png" ? encodePng(rgb) : encodeJpeg(rgb, 85);
    if (!bytes)
        throw std::runtime_error(bytes.error().text());
    return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

std::string make(const Post& post, const std::string& variant)
{
    const bool isPicture = post.extension == "jpg" || post.extension == "png";
    if (!isPicture) // films and archives are never fetched; something has to have an MD5
        return "stand-in for " + post.extension + " " + std::to_string(post.id);
    auto rgb = paint(post);
    if (variant == "original")
        return encoded(rgb, post.extension);
    const double most = variant == "720x720" ? 720.0 / std::max(post.width, post.height) : 850.0 / post.width;
    const double scale = std::min(most, 1.0);
    cv::Mat smaller;
    cv::resize(rgb, smaller, {}, scale, scale, cv::INTER_AREA);
    return encoded(smaller, "jpg");
}

} // namespace

const std::string& Pictures::file(const Scenario& scenario, const Post& post, const std::string& variant)
{
    const auto* painted = post.copyOf > 0 ? scenario.post(post.copyOf) : &post;
    const std::lock_guard lock(m_mutex);
    auto& file = m_files[std::to_string(painted->id) + "/" + variant];
    if (file.empty())
        file = make(*painted, variant);
    return file;
}

std::string Pictures::md5(const Scenario& scenario, const Post& post)
{
    const auto& bytes = file(scenario, post, "original");
    return nakama::md5(std::as_bytes(std::span(bytes)));
}

} // namespace nakama::booru
