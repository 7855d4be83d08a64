#pragma once

#include "core/evaluation/metrics.h"
#include "ui/widgets/drawing.h"

#include <QFont>
#include <QPalette>

#include <vector>

namespace nakama
{

/** Precision, recall and F1 of each class as bars, with its number of pictures: the table of classes as a
 * picture. */
Drawing classBars(const std::vector<ClassMetrics>& classes, const QPalette& palette, const QFont& font);

} // namespace nakama
