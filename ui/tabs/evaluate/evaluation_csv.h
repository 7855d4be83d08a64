#pragma once

#include "core/evaluation/metrics.h"

#include <QByteArray>

namespace nakama
{

/** The counts, with the true class in the first column and the predicted classes in the header. */
QByteArray confusionCsv(const Metrics& metrics);

} // namespace nakama
