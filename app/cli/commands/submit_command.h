#pragma once

#include "app/cli/command.h"
#include "core/workflow/submit_job.h"

namespace nakama
{

/** `submit DIR --run R --template sample_submission.csv --out F.csv` */
class SubmitCommand : public Command
{
public:
    CLI::App* declare(CLI::App& app) override;
    Result<CommandOutput> run(CommandContext& context) override;

private:
    std::filesystem::path m_folder;
    SubmitParams m_params;
};

} // namespace nakama
