#pragma once

#include <QString>

#include <string>

namespace nakama
{

/** What a model is good for, which core says in English, in the person's language where it is known. */
QString modelSummary(const std::string& summary);

} // namespace nakama
