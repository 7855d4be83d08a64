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

/** Whether the split is stored, or only told. */
enum class SplitRun { Store, Dry };

struct SplitJobParams
{
    SplitParams split;
    SplitCaps caps;
    CopiesInSplit copies = CopiesInSplit::Together;
    TrueTestCopies trueTestCopies = TrueTestCopies::LeftOut;
    SplitRun run = SplitRun::Store;
};

/** How uneven the classes are: the numbers of pictures of those that have any. */
struct Imbalance
{
    int largest = 0;
    int smallest = 0;
    /** Largest to smallest; 0 without pictures. */
    double ratio() const { return smallest > 0 ? static_cast<double>(largest) / smallest : 0; }
};

/** What a split takes of one class. */
struct ClassUse
{
    int labelled = 0; ///< pictures of the pool in use
    int used = 0;     ///< of them, those that are split
};

/** How many pictures the smaller classes lack to be as large as the largest. */
struct Levelling
{
    int classes = 0; ///< that lack any
    int pictures = 0;
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
    std::vector<ClassUse> classes;
    int byHand = 0;              ///< parts given by hand that this split replaces
    std::int64_t unsearched = 0; ///< of a dry run: pictures whose copies were not looked for yet

    Levelling levelling() const;
};

/**
 * Splits the labelled pictures of a workspace's pool that are in use, and stores the split as an edit that
 * can be undone. A dry run stores nothing and looks for no copies beyond those that are known.
 */
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
