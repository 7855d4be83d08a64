#pragma once

#include "core/base/job.h"
#include "core/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace nakama
{

/**
 * Makes the sample workspace: paints all characters and imports them with their labels, source "sample".
 * A workspace that is there and complete is opened and left as it is; one that was interrupted is completed.
 */
class SampleJob : public Job
{
public:
    SampleJob(std::filesystem::path folder, std::uint64_t seed = 1);

    std::string name() const override { return "paint the sample workspace"; }
    Result<void> run(JobContext& context) override;
    /** Set after success. */
    const std::optional<Workspace>& workspace() const { return m_workspace; }

private:
    std::filesystem::path m_folder;
    std::uint64_t m_seed;
    std::optional<Workspace> m_workspace;
};

} // namespace nakama
