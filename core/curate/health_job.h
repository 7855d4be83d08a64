#pragma once

#include "core/base/job.h"
#include "core/curate/health.h"
#include "core/workspace/workspace.h"

namespace nakama
{

/** How files are looked at. */
enum class FileCheck {
    Sizes,    ///< whether they are there, as long as they should be
    Contents, ///< every byte, against the hash of what was imported: reads all pictures
};

struct HealthReport
{
    HealthFindings findings;
    std::int64_t pictures = 0;   ///< that were looked at
    std::int64_t unsearched = 0; ///< pictures that came since the last search for copies
};

/** Looks for what is wrong with the pictures of a workspace. Changes nothing. */
class HealthJob : public Job
{
public:
    HealthJob(Workspace workspace, FileCheck check);

    std::string name() const override { return "check health"; }
    /** Errors: those of the catalogue. */
    Result<void> run(JobContext& context) override;
    const HealthReport& report() const { return m_report; }

private:
    /** Missing or Damaged; nothing where the file is well. */
    std::optional<HealthFinding> fileHealth(const ImageRecord& image) const;

    Workspace m_workspace;
    FileCheck m_check;
    HealthReport m_report;
};

} // namespace nakama
