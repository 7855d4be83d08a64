#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

class QWidget;

namespace nakama
{

/**
 * Asks where to, and writes the file in the background; a failure is said in a message box. Returns at once.
 * suggestedName is a file name with its ending.
 */
void savePicture(QWidget* parent, const QImage& image, const QString& suggestedName);
void saveCsv(QWidget* parent, const QByteArray& text, const QString& suggestedName);

} // namespace nakama
