#pragma once

#include "core/evaluation/metrics.h"

#include <QImage>
#include <QList>
#include <QPointF>
#include <QStringList>

#include <vector>

namespace nakama::example
{

/** Class names: eighteen invented ones, then numbered ones. */
QStringList classNames(int count);

/** A matrix as a fair model gives: mostly right, some classes confused with a neighbour; of uneven sizes. */
ConfusionMatrix confusion(int classes);

/** Answers that give confusion(classes), surer where they are right; numbered pictures. */
PredictionTable predictions(int classes);

/** The metrics that follow from confusion(classes), with intervals. */
Metrics metrics(int classes);

/** A noisy curve that falls (or rises) towards its end value over x = 1 … count. */
QList<QPointF> curve(int count, double from, double to, double noise, unsigned seed);

/** A plain picture whose colour and shape follow from its number. */
QImage picture(int number, QSize size);

} // namespace nakama::example
