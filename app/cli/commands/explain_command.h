#pragma once

#include "app/cli/asked_picture_option.h"
#include "app/cli/command.h"

#include <filesystem>
#include <string>

namespace nakama
{

/** `explain DIR --run R --image ID|FILE --out OVERLAY.png`: what in a picture speaks for a class. */
class ExplainCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_run = "latest";
    AskedPictureOption m_image;
    std::string m_class;
    double m_strength = 0.7;
    std::filesystem::path m_out;
    std::string m_device = "auto";
};

} // namespace nakama
