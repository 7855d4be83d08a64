#pragma once

#include "ui/widgets/drawing.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>

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
/** text is made in the background: it must own all it needs. */
using MakeText = std::function<QByteArray()>;
void saveCsv(QWidget* parent, const MakeText& text, const QString& suggestedName);
/** As PNG or SVG, or its numbers as CSV: whichever kind is chosen. */
void saveChart(QWidget* parent, const Drawing& drawing, const MakeText& csv, const QString& suggestedName);

} // namespace nakama
