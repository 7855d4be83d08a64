#include "app/cli/command.h"

#include <CLI/CLI.hpp>

namespace nakama
{

CLI::App& commandGroup(CLI::App& app, const std::string& name, const std::string& description)
{
    for (auto* group : app.get_subcommands({}))
        if (group->get_name() == name)
            return *group;
    auto* group = app.add_subcommand(name, description);
    group->require_subcommand(1);
    return *group;
}

} // namespace nakama
