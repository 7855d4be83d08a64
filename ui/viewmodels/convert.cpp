#include "ui/viewmodels/convert.h"

#include <QCoreApplication>
#include <QFile>
#include <QPainter>

namespace nakama
{

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString toQString(const std::string& text)
{
    return QString::fromStdString(text);
}

QString toQString(const std::filesystem::path& path)
{
    return QFile::decodeName(path.c_str());
}

std::string toStdString(const QString& text)
{
    return text.toStdString();
}

std::filesystem::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QImage toQImage(const cv::Mat& rgb)
{
    return QImage(rgb.data, rgb.cols, rgb.rows, static_cast<qsizetype>(rgb.step), QImage::Format_RGB888)
        .copy();
}

cv::Mat fromQImage(const QImage& picture)
{
    QImage flat(picture.size(), QImage::Format_RGB888);
    if (picture.hasAlphaChannel()) {
        flat.fill(Qt::white);
        QPainter(&flat).drawImage(0, 0, picture);
    } else {
        flat = picture.convertToFormat(QImage::Format_RGB888);
    }
    return cv::Mat(flat.height(), flat.width(), CV_8UC3, flat.bits(),
                   static_cast<std::size_t>(flat.bytesPerLine()))
        .clone();
}

QDateTime toLocalTime(const std::string& iso)
{
    auto time = QDateTime::fromString(toQString(iso), Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // core writes UTC, with or without saying so
    return time.toLocalTime();
}

QString errorHeadline(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QCoreApplication::translate("nakama::Error", "This cannot be done as asked");
    case ErrorCode::NotFound:
        return QCoreApplication::translate("nakama::Error", "Something that is needed was not found");
    case ErrorCode::AlreadyExists:
        return QCoreApplication::translate("nakama::Error", "There is something already");
    case ErrorCode::NotReady:
        return QCoreApplication::translate("nakama::Error", "Another step comes first");
    case ErrorCode::CorruptData:
        return QCoreApplication::translate("nakama::Error", "A file is damaged");
    case ErrorCode::Unsupported:
        return QCoreApplication::translate("nakama::Error", "Nakama does not handle this");
    case ErrorCode::TooLarge:
        return QCoreApplication::translate("nakama::Error", "This is larger than what Nakama takes");
    case ErrorCode::Io:
        return QCoreApplication::translate("nakama::Error", "Reading or writing failed");
    case ErrorCode::DiskFull:
        return QCoreApplication::translate("nakama::Error", "The disk is full");
    case ErrorCode::Busy:
        return QCoreApplication::translate("nakama::Error", "Another program is using it");
    case ErrorCode::NewerFormat:
        return QCoreApplication::translate("nakama::Error", "It was made by a newer Nakama");
    case ErrorCode::OutOfMemory:
        return QCoreApplication::translate("nakama::Error", "The memory is used up");
    case ErrorCode::OutOfDeviceMemory:
        return QCoreApplication::translate("nakama::Error", "The memory of the graphics card is used up");
    case ErrorCode::Cancelled:
        return QCoreApplication::translate("nakama::Error", "Cancelled");
    case ErrorCode::Internal:
        break;
    }
    return QCoreApplication::translate("nakama::Error", "Something went wrong inside Nakama");
}

QString errorText(const Error& error)
{
    return errorHeadline(error.code) + QStringLiteral(".\n") + toQString(error.text());
}

} // namespace nakama
