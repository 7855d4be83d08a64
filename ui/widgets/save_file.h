#pragma once

#include "ui/widgets/drawing.h"

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
/** As PNG or SVG, whichever ending is chosen; painted once more when it is. */
void saveDrawing(QWidget* parent, const Drawing& drawing, const QString& suggestedName);
void saveCsv(QWidget* parent, const QByteArray& text, const QString& suggestedName);

} // namespace nakama
