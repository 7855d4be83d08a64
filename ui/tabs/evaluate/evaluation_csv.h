#pragma once

#include "core/evaluation/metrics.h"

#include <QByteArray>

namespace nakama
{

/** class,precision,recall,f1,support with a row a class; figures as they are, with a point. */
QByteArray perClassCsv(const Metrics& metrics);

/** The counts, with the true class in the first column and the predicted classes in the header. */
QByteArray confusionCsv(const Metrics& metrics);

} // namespace nakama
