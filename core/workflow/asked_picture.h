#pragma once

#include "core/base/result.h"
#include "core/training/training.h"
#include "core/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <variant>

namespace nakama
{

/** A picture that a run is asked about: one of the workspace, by its id, or any file. */
using AskedPicture = std::variant<std::int64_t, std::filesystem::path>;

/** Where it lies, what it is called, and its label where the workspace knows one. Errors: NotFound, Io. */
Result<LabelledPicture> findPicture(const Workspace& workspace, const AskedPicture& picture);

} // namespace nakama
