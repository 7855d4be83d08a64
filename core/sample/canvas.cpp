#include "core/sample/canvas.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nakama
{

namespace
{

using Pixels = std::vector<cv::Point2f>;

constexpr int subPixelBits = 4;

cv::Matx23d compose(const cv::Matx23d& outer, const cv::Matx23d& inner)
{
    return {outer(0, 0) * inner(0, 0) + outer(0, 1) * inner(1, 0),
            outer(0, 0) * inner(0, 1) + outer(0, 1) * inner(1, 1),
            outer(0, 0) * inner(0, 2) + outer(0, 1) * inner(1, 2) + outer(0, 2),
            outer(1, 0) * inner(0, 0) + outer(1, 1) * inner(1, 0),
            outer(1, 0) * inner(0, 1) + outer(1, 1) * inner(1, 1),
            outer(1, 0) * inner(0, 2) + outer(1, 1) * inner(1, 2) + outer(1, 2)};
}

std::vector<cv::Point> toFixedPoint(const Pixels& pixels, cv::Point origin = {})
{
    std::vector<cv::Point> result;
    result.reserve(pixels.size());
    constexpr float one = 1 << subPixelBits;
    for (const auto& pixel : pixels)
        result.emplace_back(cvRound((pixel.x - static_cast<float>(origin.x)) * one),
                            cvRound((pixel.y - static_cast<float>(origin.y)) * one));
    return result;
}

void fillPixels(cv::Mat image, const std::vector<Pixels>& contours, const Colour& colour,
                cv::Point origin = {})
{
    std::vector<std::vector<cv::Point>> fixed;
    for (const auto& contour : contours)
        fixed.push_back(toFixedPoint(contour, origin));
    cv::fillPoly(image, fixed, cv::Scalar(colour[0], colour[1], colour[2]), cv::LINE_AA, subPixelBits);
}

/** Positive where the outline runs clockwise on the screen. */
float signedArea(const Pixels& pixels)
{
    float sum = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const auto& a = pixels[i];
        const auto& b = pixels[(i + 1) % pixels.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

/** A closed outline moved outward by distance; at sharp corners by at most twice that. */
Pixels grown(const Pixels& pixels, float distance)
{
    const float side = signedArea(pixels) > 0 ? 1.0f : -1.0f;
    const std::size_t n = pixels.size();
    const auto edge = [&](std::size_t i) {
        const cv::Point2f d = pixels[(i + 1) % n] - pixels[i];
        const float length = std::hypot(d.x, d.y);
        return length > 1e-3f ? cv::Point2f(d.x / length, d.y / length) : cv::Point2f(0, 0);
    };
    Pixels result;
    result.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        const cv::Point2f before = edge((i + n - 1) % n);
        const cv::Point2f after = edge(i);
        cv::Point2f normal(side * (before.y + after.y), -side * (before.x + after.x));
        const float length = std::hypot(normal.x, normal.y);
        if (length > 1e-3f) {
            // |normal| is 2 cos(half the turn); dividing twice makes the edges keep their distance.
            const float reach = std::min(2.0f / length, 2.0f) / length;
            normal *= reach * distance;
        }
        result.push_back(pixels[i] + normal);
    }
    return result;
}

} // namespace

Canvas::Canvas(const cv::Mat& image, const DrawingStyle& style)
    : m_image(image), m_clip({0, 0}, image.size()), m_style(style), m_transform(1, 0, 0, 0, 1, 0)
{
}

Canvas Canvas::moved(double x, double y) const
{
    Canvas result = *this;
    result.m_transform = compose(m_transform, {1, 0, x, 0, 1, y});
    return result;
}

Canvas Canvas::turned(double degrees) const
{
    const double c = std::cos(degrees * std::numbers::pi / 180);
    const double s = std::sin(degrees * std::numbers::pi / 180);
    Canvas result = *this;
    result.m_transform = compose(m_transform, {c, -s, 0, s, c, 0});
    return result;
}

Canvas Canvas::scaled(double x, double y) const
{
    Canvas result = *this;
    result.m_transform = compose(m_transform, {x, 0, 0, 0, y, 0});
    return result;
}

void Canvas::fill(const Path& path, const Colour& colour) const
{
    paint({toPixels(path)}, colour);
}

void Canvas::shape(const Path& path, const Colour& colour) const
{
    shapes({path}, colour);
}

void Canvas::shapes(const std::vector<Path>& paths, const Colour& colour) const
{
    // All outlines come first, as larger shapes below the paint: so none is seen inside of the body.
    for (const auto& path : paths) {
        const auto pixels = toPixels(path);
        if (m_style.line == LineKind::Single) {
            paint({grown(pixels, static_cast<float>(m_style.lineWidth * pixelsPerUnit()))}, m_style.ink);
        } else if (m_style.line == LineKind::Sketch) {
            outline(pixels);
            outline(toPixels(path, 2.1));
        }
    }
    for (const auto& path : paths) {
        paint({toPixels(path)}, colour);
        shade(path);
    }
    if (m_style.line == LineKind::Sketch && paths.size() == 1)
        outline(toPixels(paths.front(), 2.1));
}

void Canvas::shade(const Path& path) const
{
    if (m_style.shade >= 1)
        return;
    const auto pixels = toPixels(path);
    const cv::Rect box = boxOf(pixels);
    if (box.empty())
        return;
    // The shadow is what a copy of the shape, moved towards the light, leaves uncovered.
    const float depth = 0.11f * static_cast<float>(std::min(box.width, box.height));
    Pixels lit = pixels;
    for (auto& pixel : lit)
        pixel -=
            cv::Point2f(static_cast<float>(m_style.shadowSide.x), static_cast<float>(m_style.shadowSide.y)) *
            depth;
    cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(0));
    fillPixels(mask, {pixels}, {255, 255, 255}, box.tl());
    fillPixels(mask, {lit}, {0, 0, 0}, box.tl());
    // Shadows are a little bluer than the paint.
    const cv::Vec3f factor(static_cast<float>(m_style.shade * 0.98), static_cast<float>(m_style.shade * 0.97),
                           static_cast<float>(m_style.shade * 1.04));
    cv::Mat image = m_image(box);
    for (int y = 0; y < box.height; ++y) {
        const auto* covered = mask.ptr<std::uint8_t>(y);
        auto* pixel = image.ptr<cv::Vec3b>(y);
        for (int x = 0; x < box.width; ++x) {
            if (covered[x] < 128)
                continue;
            for (int c = 0; c < 3; ++c)
                pixel[x][c] = cv::saturate_cast<std::uint8_t>(static_cast<float>(pixel[x][c]) * factor[c]);
        }
    }
}

void Canvas::inside(const Path& path, const std::function<void(const Canvas&)>& draw) const
{
    const auto pixels = toPixels(path);
    const cv::Rect box = boxOf(pixels);
    if (box.empty())
        return;
    cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(255));
    fillPixels(mask, {pixels}, {0, 0, 0}, box.tl());
    const cv::Mat before = m_image(box).clone();
    Canvas clipped = *this;
    clipped.m_clip = box;
    draw(clipped);
    before.copyTo(m_image(box), mask);
}

void Canvas::line(const Path& path, const Colour& colour, double width) const
{
    const auto pixels = toPixels(path);
    const std::size_t n = pixels.size();
    if (n < 2)
        return;
    const double half = std::max(0.8, width * pixelsPerUnit() / 2);
    Pixels left;
    Pixels right;
    for (std::size_t i = 0; i < n; ++i) {
        const cv::Point2f along = pixels[std::min(i + 1, n - 1)] - pixels[i == 0 ? 0 : i - 1];
        const float length = std::max(1e-3f, std::hypot(along.x, along.y));
        const double t = static_cast<double>(i) / static_cast<double>(n - 1);
        const auto reach = static_cast<float>(half * (0.55 + 0.45 * std::sin(std::numbers::pi * t)));
        const cv::Point2f normal(along.y / length * reach, -along.x / length * reach);
        left.push_back(pixels[i] + normal);
        right.push_back(pixels[i] - normal);
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    paint({left}, colour);
}

std::vector<cv::Point2f> Canvas::toPixels(const Path& path, double phase) const
{
    Pixels pixels;
    pixels.reserve(path.size());
    for (const auto& point : path) {
        const double x = m_transform(0, 0) * point.x + m_transform(0, 1) * point.y + m_transform(0, 2);
        const double y = m_transform(1, 0) * point.x + m_transform(1, 1) * point.y + m_transform(1, 2);
        const double turn = m_style.wobblePhase + phase;
        pixels.emplace_back(static_cast<float>(x + m_style.wobble * std::sin(y / 17 + turn)),
                            static_cast<float>(y + m_style.wobble * std::sin(x / 19 + 1.7 * turn)));
    }
    return pixels;
}

void Canvas::paint(const std::vector<std::vector<cv::Point2f>>& contours, const Colour& colour) const
{
    fillPixels(m_image(m_clip), contours, colour, m_clip.tl());
}

cv::Rect Canvas::boxOf(const std::vector<cv::Point2f>& pixels) const
{
    const cv::Rect box = cv::boundingRect(pixels);
    return cv::Rect(box.x - 1, box.y - 1, box.width + 2, box.height + 2) & m_clip;
}

void Canvas::outline(const std::vector<cv::Point2f>& pixels) const
{
    const auto half = static_cast<float>(std::max(0.6, 0.3 * m_style.lineWidth * pixelsPerUnit()));
    paint({grown(pixels, half), grown(pixels, -half)}, m_style.ink);
}

double Canvas::pixelsPerUnit() const
{
    return std::sqrt(std::abs(m_transform(0, 0) * m_transform(1, 1) - m_transform(0, 1) * m_transform(1, 0)));
}

} // namespace nakama
