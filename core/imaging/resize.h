#pragma once

#include <opencv2/core/mat.hpp>

namespace nakama
{

/**
 * Bilinear resize with antialiasing, as Pillow's Image.resize(BILINEAR) and torchvision's
 * Resize(antialias=True) do it: a triangle filter widened by the shrink factor, 8-bit fixed point, horizontal
 * pass first. Equal to Pillow 9.4 in every pixel. rgb: CV_8UC3; width, height > 0.
 */
cv::Mat resizeAntialiased(const cv::Mat& rgb, int width, int height);

/** The same for a region of the picture in source pixels (torchvision's resized_crop). */
cv::Mat resizeAntialiased(const cv::Mat& rgb, const cv::Rect& region, int width, int height);

/** The same for a region whose ends may lie within a pixel (Pillow's box); pixels around it are weighed in.
 */
cv::Mat resizeBoxAntialiased(const cv::Mat& rgb, const cv::Rect2d& box, int width, int height);

/** torchvision's center_crop to size × size; a picture that is smaller is padded with black. */
cv::Mat centerCrop(const cv::Mat& rgb, int size);

} // namespace nakama
