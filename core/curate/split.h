#pragma once

#include "core/base/result.h"
#include "core/workspace/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** A picture to be split. */
struct SplitItem
{
    std::int64_t imageId = 0;
    std::string sha256; ///< orders the pictures, so that the split does not depend on import order
    int classIndex = 0;
    std::int64_t group =
        -1; ///< pictures of one group (copies of each other) stay together; −1: a group of its own
    std::string source = {}; ///< for caps
};

struct SplitParams
{
    double train = 0.70;
    double val = 0.15;
    double test = 0.15;
    std::uint64_t seed = 1;
};

struct SplitOutcome
{
    std::vector<SplitPart> parts;      ///< one an item, in the order of the items
    int groupsKeptTogether = 0;        ///< groups of two pictures or more
    std::vector<std::string> warnings; ///< "class Ace has 2 pictures: …"
};

/** "70/15/15" → ratios that sum to 1; the parts may have any sum. Error: InvalidArgument. */
Result<SplitParams> parseSplitRatios(const std::string& text);

/**
 * Stratified split: each class by itself, by largest remainder, so that each part is within one picture (or
 * group) of its share; a class with three pictures or groups has one in each part. A class with fewer fills
 * train first, then test, with a warning that says what follows. A part whose ratio is 0 stays empty. A group
 * with pictures of several classes goes with the class that most of them have. Same items, ratios and seed
 * give the same split on any machine, in whatever order the items come. Error: InvalidArgument.
 */
Result<SplitOutcome> splitStratified(const std::vector<SplitItem>& items,
                                     const std::vector<std::string>& classNames, const SplitParams& params);

} // namespace nakama
