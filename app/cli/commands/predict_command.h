#pragma once

#include "app/cli/command.h"
#include "core/workflow/predict_job.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** `predict (DIR --run R | --checkpoint F) FILE… [--top K] [--csv F] [--sort-into DIR]` */
class PredictCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    /** The checkpoint; with --run, the first path is the workspace and is taken off the files. */
    Result<std::filesystem::path> checkpoint();
    Result<std::vector<PictureAnswer>> ask(CommandContext& context, const std::filesystem::path& checkpoint);
    /** What --csv and --sort-into ask for. */
    Result<void> write(CommandContext& context, const std::vector<PictureAnswer>& answers);

    std::vector<std::filesystem::path> m_paths;
    std::string m_run;
    std::filesystem::path m_checkpoint;
    int m_top = 5;
    std::string m_device = "auto";
    std::filesystem::path m_csv;
    std::filesystem::path m_sortInto;
    std::optional<OpenSet> m_rule; ///< of what answers, where it has one
};

} // namespace nakama
