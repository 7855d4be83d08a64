#pragma once

#include "core/base/error.h"

#include <QImage>
#include <QString>

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <string_view>

namespace nakama
{

/** The only place where core's types and Qt's meet. Text is UTF-8; paths are bytes as the system has them. */
QString toQString(std::string_view text);
QString toQString(const std::filesystem::path& path);
std::string toStdString(const QString& text);
std::filesystem::path toPath(const QString& path);

/** A copy of an RGB 8-bit picture (CV_8UC3, order R, G, B). */
QImage toQImage(const cv::Mat& rgb);

/** What a person reads of an error: what kind of trouble it is, in their language, then the details. */
QString errorText(const Error& error);

} // namespace nakama
