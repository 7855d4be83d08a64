#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace nakama
{

/** `duplicates DIR [--apply | --undo] [--not-copies ID ID]` */
class DuplicatesCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    bool m_apply = false;
    bool m_undo = false;
    std::vector<std::int64_t> m_notCopies;
};

} // namespace nakama
