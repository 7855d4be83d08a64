#pragma once

#include "core/sample/colour.h"
#include "core/sample/path.h"

#include <opencv2/core/mat.hpp>

#include <functional>

namespace nakama
{

enum class LineKind { None, Single, Sketch };

/** How shapes are drawn, the same for all of a picture. */
struct DrawingStyle
{
    LineKind line = LineKind::Single;
    double lineWidth = 2.4; ///< in figure units
    double wobble = 0;      ///< pixels by which a hand trembles
    double wobblePhase = 0;
    double shade = 0.84;        ///< brightness of the shadow side of a shape; 1 for flat paint
    Point shadowSide{0.6, 0.8}; ///< unit vector towards the shadow
    Colour ink = paint::ink;
};

/**
 * Draws shapes on a picture through a movable, turnable, scalable system of coordinates. A value: moved(),
 * turned() and scaled() give another canvas on the same picture. Coordinates are figure units, y down.
 */
class Canvas
{
public:
    /** image: RGB, 8 bits; it is drawn on. */
    Canvas(const cv::Mat& image, const DrawingStyle& style);

    Canvas moved(double x, double y) const;
    /** Clockwise, about the origin. */
    Canvas turned(double degrees) const;
    Canvas scaled(double x, double y) const;

    const DrawingStyle& style() const { return m_style; }

    /** Paint without outline or shadow. */
    void fill(const Path& path, const Colour& colour) const;
    /** Paint, shadow side and outline: the normal way to draw a part of a figure. */
    void shape(const Path& path, const Colour& colour) const;
    /** Several overlapping paths as one body, without lines where they meet. */
    void shapes(const std::vector<Path>& paths, const Colour& colour) const;
    /** Darkens the shadow side of a path that is on the picture already. */
    void shade(const Path& path) const;
    /** What draw() draws, but only within the path. */
    void inside(const Path& path, const std::function<void(const Canvas&)>& draw) const;
    /** An open line that swells in the middle, as a pen draws it. */
    void line(const Path& path, const Colour& colour, double width) const;
    /** The same in the colour of the outlines; drawn even where outlines are off. */
    void inkLine(const Path& path, double width = 2.2) const { line(path, m_style.ink, width); }

private:
    std::vector<cv::Point2f> toPixels(const Path& path, double phase = 0) const;
    void paint(const std::vector<std::vector<cv::Point2f>>& contours, const Colour& colour) const;
    void outline(const std::vector<cv::Point2f>& pixels) const;
    cv::Rect boxOf(const std::vector<cv::Point2f>& pixels) const;
    double pixelsPerUnit() const;

    cv::Mat m_image;
    cv::Rect m_clip; ///< nothing is drawn outside of it
    DrawingStyle m_style;
    cv::Matx23d m_transform;
};

} // namespace nakama
