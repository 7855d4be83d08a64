#pragma once

#include "app/cli/asked_picture_option.h"
#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `neighbours DIR --run R --image ID|FILE`: the training pictures that look alike to a run. */
class NeighboursCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run = "latest";
    AskedPictureOption m_image;
    int m_count = 10;
    std::string m_device = "auto";
};

} // namespace nakama
