#pragma once

#include "core/base/job.h"
#include "core/workflow/run_answers.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

struct SubmitParams
{
    std::string runId = "latest";
    std::filesystem::path sample; ///< of the competition
    std::filesystem::path out;
    std::string device = "auto";
};

/**
 * Asks a run about the pictures of the true test that a competition's sample file wants, whether they have a
 * label or not, and writes the submission. No answer is shown or kept, so that labelling stays blind.
 */
class SubmitJob : public Job
{
public:
    SubmitJob(Workspace workspace, RunAnswers::EngineSource engine, SubmitParams params);

    std::string name() const override { return "submit"; }
    /**
     * Errors: those of Submission and of the engine; NotReady (no picture of the true test is wanted),
     * InvalidArgument (the sample would be overwritten).
     */
    Result<void> run(JobContext& context) override;

    const std::string& runId() const { return m_params.runId; }
    std::size_t rows() const { return m_rows; }
    /** Ids without a picture, or with one that cannot be read. */
    const std::vector<std::string>& missing() const { return m_missing; }

private:
    Workspace m_workspace;
    RunAnswers::EngineSource m_engine;
    SubmitParams m_params;
    std::size_t m_rows = 0;
    std::vector<std::string> m_missing;
};

} // namespace nakama
