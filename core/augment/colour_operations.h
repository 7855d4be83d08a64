#pragma once

#include <opencv2/core/mat.hpp>

/** Pillow's ImageEnhance and ImageOps on CV_8UC3; factor 1 leaves the picture as it is. */
namespace nakama
{

cv::Mat adjustBrightness(const cv::Mat& rgb, double factor);
/** Blends with the gray picture. */
cv::Mat adjustColor(const cv::Mat& rgb, double factor);
/** Blends with the mean gray. */
cv::Mat adjustContrast(const cv::Mat& rgb, double factor);
/** Blends with a 3 × 3 smooth whose border is left as it is. */
cv::Mat adjustSharpness(const cv::Mat& rgb, double factor);
/** torchvision's adjust_hue: turns the colour wheel by this share of a turn, −0.5…0.5. */
cv::Mat adjustHue(const cv::Mat& rgb, double turns);
/** Keeps the highest bits of each channel. */
cv::Mat posterize(const cv::Mat& rgb, int bits);
/** Inverts values of threshold and above. */
cv::Mat solarize(const cv::Mat& rgb, double threshold);
/** Stretches each channel to 0…255. */
cv::Mat autoContrast(const cv::Mat& rgb);
/** Evens out each channel's histogram. */
cv::Mat equalize(const cv::Mat& rgb);

} // namespace nakama
