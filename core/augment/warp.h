#pragma once

#include <opencv2/core/mat.hpp>

#include <array>

namespace nakama
{

/** (a, b, c, d, e, f): the centre (x, y) of an output pixel is taken from (a·x + b·y + c, d·x + e·y + f). */
using InverseAffine = std::array<double, 6>;

/** Counter-clockwise about the middle of the picture, as Pillow's Image.rotate. */
InverseAffine rotation(cv::Size size, double degrees);

/** The same warp of a picture of this width whose left and right are to be exchanged first. */
InverseAffine afterMirroring(const InverseAffine& inverse, int width);

/** Nearest neighbour, black outside; the 16.16 fixed point of Pillow's Geometry.c. Sides below 32,768. */
cv::Mat warpNearest(const cv::Mat& rgb, const InverseAffine& inverse);

} // namespace nakama
