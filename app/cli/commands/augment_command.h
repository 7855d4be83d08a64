#pragma once

#include "app/cli/command.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace nakama
{

/** `augment`: the tiles that training gets of a picture, as a grid. */
class AugmentCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    std::string m_model;
    std::optional<int> m_size;
    std::int64_t m_image = 0;
    int m_count = 16;
    std::uint64_t m_seed = 1;
    std::filesystem::path m_out;
};

} // namespace nakama
