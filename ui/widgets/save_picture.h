#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace nakama
{

/**
 * Asks where to, and writes a PNG in the background; a failure is said in a message box. Returns at once.
 * suggestedName is a file name without ending.
 */
void savePicture(QWidget* parent, const QImage& image, const QString& suggestedName);

} // namespace nakama
