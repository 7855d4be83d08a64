#pragma once

#include <opencv2/core/types.hpp>

#include <initializer_list>
#include <vector>

namespace nakama
{

using Point = cv::Point2d;
/** Corners of a polygon or a polyline; curves are cut into short pieces. */
using Path = std::vector<Point>;

/** A closed Catmull-Rom curve through the points. */
Path smooth(const Path& points);
/** An open one, from the first point to the last. */
Path curve(const Path& points);
/** A closed polygon whose edges bulge outward (clockwise on the screen) by a share of their length. */
Path bowed(const Path& corners, double bulge);
/** Paths one after another; where they meet there may be a corner. */
Path joined(std::initializer_list<Path> parts);
Path reversed(const Path& path);
/** The same with x negated, drawn in the opposite direction so that it can close a half. */
Path mirrored(const Path& path);
/** A half of an outline, from top to bottom on the right, and its mirror image. */
Path symmetric(const Path& rightHalf);

/** Degrees clockwise from the right, as the y axis points down. A full turn is closed. */
Path ellipse(Point centre, double rx, double ry, double from = 0, double to = 360);
Path circle(Point centre, double radius);
Path roundedBox(double left, double top, double right, double bottom, double radius);
/** A stick with round ends of two radii. */
Path limb(Point a, Point b, double radiusA, double radiusB);
/** A bent stick with round ends: a sleeve, a horn. */
Path tube(const Path& centreLine, double radiusStart, double radiusEnd);
Path star(Point centre, double outer, double inner, int points, double turn = 0);

Path moved(const Path& path, Point by);

} // namespace nakama
