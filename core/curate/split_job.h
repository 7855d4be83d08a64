#pragma once

#include "core/base/job.h"
#include "core/curate/caps.h"
#include "core/curate/split.h"
#include "core/workspace/workspace.h"

namespace nakama
{

enum class CopiesInSplit {
    Together, ///< copies never cross parts; looked for first where pictures have not been searched yet
    Ignored,  ///< a naive split, to show by how much copies make the figures too good
};

enum class TrueTestCopies { LeftOut, Used };

struct SplitJobParams
{
    SplitParams split;
    SplitCaps caps;
    CopiesInSplit copies = CopiesInSplit::Together;
    TrueTestCopies trueTestCopies = TrueTestCopies::LeftOut;
};

/** How uneven the classes are: the numbers of pictures of those that have any. */
struct Imbalance
{
    int largest = 0;
    int smallest = 0;
    /** Largest to smallest; 0 without pictures. */
    double ratio() const { return smallest > 0 ? static_cast<double>(largest) / smallest : 0; }
};

struct SplitReport
{
    SplitOutcome outcome; ///< of the pictures that were split
    /** Pictures left unsplit since the true test has a copy of them. */
    std::vector<std::int64_t> inTrueTest;
    int beyondCaps = 0; ///< pictures left unsplit by caps
    int unreadable = 0; ///< pictures of whose copies nothing is known
    Imbalance before;
    Imbalance after; ///< what was left out is left out
};

/** Splits the labelled pictures of a workspace's pool that are in use, and stores the split. */
class SplitJob : public Job
{
public:
    SplitJob(Workspace workspace, SplitJobParams params);
    SplitJob(Workspace workspace, SplitParams params);

    std::string name() const override { return "split"; }
    /** Errors: NotReady when no picture of the pool has a label or none is left; those of DuplicatesJob. */
    Result<void> run(JobContext& context) override;
    const SplitOutcome& outcome() const { return m_report.outcome; }
    const SplitReport& report() const { return m_report; }

private:
    Result<std::vector<SplitItem>> chooseItems(Catalogue& catalogue);
    Result<void> store(Catalogue& catalogue, const std::vector<SplitItem>& items) const;

    Workspace m_workspace;
    SplitJobParams m_params;
    SplitReport m_report;
};

} // namespace nakama
