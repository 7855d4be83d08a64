#pragma once

#include "core/evaluation/report.h"

#include <string>
#include <vector>

namespace nakama
{

/** A section with the pictures themselves, as data within the page; empty where there are none. */
std::string worstPicturesHtml(const std::vector<ReportPicture>& pictures);

} // namespace nakama
