#pragma once

#include "core/base/job.h"
#include "core/workspace/copy_records.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** A picture of a group of copies; in the keeper's, copy.copyOf is 0. */
struct CopyMember
{
    ImageRecord image;
    std::filesystem::path file;
    CopyRecord copy;

    bool isKeeper() const { return copy.copyOf == 0; }
};

/** The keeper first, then its copies. */
struct CopyGroupRow
{
    std::string kind;                    ///< of CopyGroup::kind()
    std::vector<std::string> classNames; ///< as people read them, each once; "" for pictures without a label
    std::vector<CopyMember> members;
};

/** What the window shows of the last search for copies. */
struct CopiesPage
{
    int images = 0;                   ///< that were searched
    int unreadable = 0;               ///< of these, so that their copies are not known
    std::vector<CopyGroupRow> groups; ///< largest first
    int canSetAside = 0;              ///< copies in use, of the pool
    int inSplit = 0;                  ///< of these, in the stored split
    int canTakeBack = 0;              ///< pictures of the latest setting aside
};

/** Reads the page from the catalogue; empty where no search was made. Errors: the catalogue's. */
Result<CopiesPage> readCopiesPage(const Workspace& workspace, const JobContext& context);

} // namespace nakama
