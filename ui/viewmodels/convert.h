#pragma once

#include "core/base/error.h"

#include <QDateTime>
#include <QImage>
#include <QString>

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace nakama
{

/** The only place where core's types and Qt's meet. Text is UTF-8; paths are bytes as the system has them. */
QString toQString(std::string_view text);
QString toQString(const std::string& text);
QString toQString(const std::filesystem::path& path);
std::string toStdString(const QString& text);
std::filesystem::path toPath(const QString& path);

/** A copy of an RGB 8-bit picture (CV_8UC3, order R, G, B). */
QImage toQImage(const cv::Mat& rgb);
/** A copy of any picture as RGB 8-bit; what shows through is white, as in a decoded file. */
cv::Mat fromQImage(const QImage& picture);

/** ISO 8601 in UTC → the person's own time; invalid where the text is empty. */
QDateTime toLocalTime(const std::string& iso);

/** What kind of trouble an error is, in the person's language: "The file is damaged". */
QString errorHeadline(ErrorCode code);
/** The headline, then what exactly it is and what to do. */
QString errorText(const Error& error);

} // namespace nakama
