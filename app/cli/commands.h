#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace nakama
{

/** Every command, in the order in which help lists them. */
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace nakama
