#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace nakama
{

/** What may be wrong with the pictures of a workspace, the worst first. */
enum class HealthFinding {
    Missing,           ///< the file is gone
    Damaged,           ///< the file is not the one that was imported
    TrueTestLeaks,     ///< in train or val, and the true test has a copy
    SplitLeaks,        ///< copies of one picture lie in several parts
    TagConflicts,      ///< the post's tags name another class than the label
    AnnotatorConflict, ///< annotators disagree, and nobody settled it
    Copies,            ///< copies that are in use beside their keeper
    MarkedAndLabelled, ///< the mark takes a labelled picture out of use
    Tiny,              ///< the shorter side is below tinySide
    Extreme,           ///< wider or higher than extremeShape to 1
};

inline constexpr std::array healthFindings{
    HealthFinding::Missing,    HealthFinding::Damaged,           HealthFinding::TrueTestLeaks,
    HealthFinding::SplitLeaks, HealthFinding::TagConflicts,      HealthFinding::AnnotatorConflict,
    HealthFinding::Copies,     HealthFinding::MarkedAndLabelled, HealthFinding::Tiny,
    HealthFinding::Extreme,
};

/** Models look at 224 px and more: a picture with fewer than 64 on a side is blown up by 3.5 and more. */
inline constexpr int tinySide = 64;
/** Cut to a square, such a picture loses three quarters; fitted into one, it leaves three quarters empty. */
inline constexpr int extremeShape = 4;

/** "missing", "damaged", "true-test-leaks", …: as on the command line. */
std::string_view healthFindingName(HealthFinding finding);

/** The pictures of each finding, ascending; a finding without pictures is not there. */
using HealthFindings = std::map<HealthFinding, std::vector<std::int64_t>>;

/**
 * All that the catalogue alone can tell: not Missing and Damaged. What is in the bin or set aside is left
 * out; copies are those of the last search.
 */
Result<HealthFindings> catalogueHealth(Catalogue& catalogue, const std::vector<ImageRecord>& images);

} // namespace nakama
