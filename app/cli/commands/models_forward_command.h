#pragma once

#include "app/cli/command.h"
#include "core/imaging/preprocessing.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** `models forward --model M --weights F --classes K (--input RAW.f32 | --image IMG)` */
class ModelsForwardCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    Result<std::vector<float>> readInput(int crop) const;
    Result<std::vector<float>> readImage(const Preprocessing& preprocessing) const;

    std::string m_model;
    std::filesystem::path m_weights;
    int m_classes = 0;
    std::filesystem::path m_input;
    std::filesystem::path m_image;
    std::string m_device = "auto";
};

} // namespace nakama
