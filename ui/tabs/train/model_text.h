#pragma once

#include "core/imaging/preprocessing.h"
#include "core/models/load_report.h"

#include <QString>

#include <string>

namespace nakama
{

/** What a model is good for, which core says in English, in the person's language where it is known. */
QString modelSummary(const std::string& summary);
/** What published weights were trained on, likewise. */
QString trainedOnText(const std::string& trainedOn);
/** How a picture becomes the model's input: shrunk by which rule, and what of it is seen. */
QString inputText(const Preprocessing& preprocessing);
/** What loading weights did, in a sentence or two. */
QString weightsText(const LoadReport& report);

} // namespace nakama
