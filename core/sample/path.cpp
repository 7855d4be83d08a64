#include "core/sample/path.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace nakama
{

namespace
{

constexpr int pieces = 7; // of each curved stretch; enough for a head that is half the picture

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

Point catmullRom(Point a, Point b, Point c, Point d, double t)
{
    return 0.5 * ((2 * b) + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) +
                  (3 * b - a - 3 * c + d) * (t * t * t));
}

} // namespace

Path smooth(const Path& points)
{
    Path result;
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (int piece = 0; piece < pieces; ++piece)
            result.push_back(catmullRom(points[(i + n - 1) % n], points[i], points[(i + 1) % n],
                                        points[(i + 2) % n], static_cast<double>(piece) / pieces));
    }
    return result;
}

Path curve(const Path& points)
{
    Path result;
    const std::size_t n = points.size();
    for (std::size_t i = 0; i + 1 < n; ++i) {
        for (int piece = 0; piece < pieces; ++piece)
            result.push_back(catmullRom(points[i == 0 ? 0 : i - 1], points[i], points[i + 1],
                                        points[std::min(i + 2, n - 1)], static_cast<double>(piece) / pieces));
    }
    result.push_back(points.back());
    return result;
}

Path bowed(const Path& corners, double bulge)
{
    Path result;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point a = corners[i];
        const Point b = corners[(i + 1) % corners.size()];
        const Point outward{b.y - a.y, a.x - b.x};
        const Point control = 0.5 * (a + b) + 2 * bulge * outward;
        for (int piece = 0; piece < pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces;
            result.push_back((1 - t) * (1 - t) * a + 2 * t * (1 - t) * control + t * t * b);
        }
    }
    return result;
}

Path joined(std::initializer_list<Path> parts)
{
    Path result;
    for (const auto& part : parts)
        result.insert(result.end(), part.begin(), part.end());
    return result;
}

Path reversed(const Path& path)
{
    return {path.rbegin(), path.rend()};
}

Path mirrored(const Path& path)
{
    Path result;
    for (auto point = path.rbegin(); point != path.rend(); ++point)
        result.emplace_back(-point->x, point->y);
    return result;
}

Path symmetric(const Path& rightHalf)
{
    Path points = rightHalf;
    for (const auto& point : mirrored(rightHalf)) {
        if (point.x < -1e-9) // points on the axis are there already
            points.push_back(point);
    }
    return smooth(points);
}

Path ellipse(Point centre, double rx, double ry, double from, double to)
{
    const int steps = std::max(3, static_cast<int>(std::lround((to - from) / 12)));
    const bool closed = to - from >= 360;
    Path result;
    for (int i = 0; i < steps + (closed ? 0 : 1); ++i) {
        const double angle = radians(from + (to - from) * i / steps);
        result.emplace_back(centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle));
    }
    return result;
}

Path circle(Point centre, double radius)
{
    return ellipse(centre, radius, radius);
}

Path roundedBox(double left, double top, double right, double bottom, double radius)
{
    return joined({ellipse({right - radius, top + radius}, radius, radius, -90, 0),
                   ellipse({right - radius, bottom - radius}, radius, radius, 0, 90),
                   ellipse({left + radius, bottom - radius}, radius, radius, 90, 180),
                   ellipse({left + radius, top + radius}, radius, radius, 180, 270)});
}

Path limb(Point a, Point b, double radiusA, double radiusB)
{
    const double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
    return joined({ellipse(b, radiusB, radiusB, angle - 90, angle + 90),
                   ellipse(a, radiusA, radiusA, angle + 90, angle + 270)});
}

Path tube(const Path& centreLine, double radiusStart, double radiusEnd)
{
    const std::size_t n = centreLine.size();
    Path left;
    Path right;
    for (std::size_t i = 0; i < n; ++i) {
        const Point along = centreLine[std::min(i + 1, n - 1)] - centreLine[i == 0 ? 0 : i - 1];
        const double radius =
            std::lerp(radiusStart, radiusEnd, static_cast<double>(i) / static_cast<double>(n - 1)) /
            std::max(1e-6, std::hypot(along.x, along.y));
        left.emplace_back(centreLine[i].x + along.y * radius, centreLine[i].y - along.x * radius);
        right.emplace_back(centreLine[i].x - along.y * radius, centreLine[i].y + along.x * radius);
    }
    const Point end = centreLine.back() - centreLine[n - 2];
    const Point start = centreLine[1] - centreLine.front();
    const double endAngle = std::atan2(end.y, end.x) * 180 / std::numbers::pi;
    const double startAngle = std::atan2(start.y, start.x) * 180 / std::numbers::pi;
    std::reverse(right.begin(), right.end());
    return joined({left, ellipse(centreLine.back(), radiusEnd, radiusEnd, endAngle - 90, endAngle + 90),
                   right,
                   ellipse(centreLine.front(), radiusStart, radiusStart, startAngle + 90, startAngle + 270)});
}

Path star(Point centre, double outer, double inner, int points, double turn)
{
    Path result;
    for (int i = 0; i < 2 * points; ++i) {
        const double angle = radians(turn - 90 + 180.0 * i / points);
        const double radius = i % 2 == 0 ? outer : inner;
        result.emplace_back(centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle));
    }
    return result;
}

Path moved(const Path& path, Point by)
{
    Path result = path;
    for (auto& point : result)
        point += by;
    return result;
}

} // namespace nakama
