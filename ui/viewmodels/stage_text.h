#pragma once

#include <QString>

#include <string>

namespace nakama
{

/** A job's stage, which core names in English, in the person's language; unknown stages stay as they are. */
QString stageText(const std::string& stage);

} // namespace nakama
