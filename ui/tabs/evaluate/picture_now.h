#pragma once

#include "core/workspace/workspace.h"
#include "ui/tabs/evaluate/evaluated_pictures.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** What the workspace says now of a picture that was evaluated: a person may have changed it since. */
struct PictureNow
{
    enum class Change {
        None,
        Relabelled,
        Several,  ///< marked as showing several characters
        OutOfUse, ///< excluded, in the bin, or marked otherwise
        Gone,     ///< not in the workspace any more
    };
    Change change = Change::Gone;
    std::int64_t imageId = 0;   ///< in the catalogue; 0 where it is gone
    std::filesystem::path file; ///< the original; empty where it is gone
    std::string label;          ///< its class now; empty for none
};

/** The state of each evaluated picture, in their order. Blocks: use it from a job. */
Result<std::vector<PictureNow>> readPicturesNow(const Workspace& workspace,
                                                const EvaluatedPictures& evaluated);

} // namespace nakama
