#pragma once

#include "core/workflow/predict_job.h"

#include <QString>

namespace nakama
{

/** What answers, what is done to a picture before, and how far its verdicts can be trusted, in words. */
QString modelText(const AnsweringModel& model);

} // namespace nakama
