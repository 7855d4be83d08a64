#pragma once

#include "core/base/job.h"
#include "core/collect/import_job.h"
#include "core/collect/import_source.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** A file that may be imported, and what its folder or the label file says about it. */
struct ImportCandidate
{
    std::size_t source = 0; ///< position in ImportCandidates::sources
    ImportEntry entry;
    std::string label;     ///< name of the class folder or CSV label; empty where labels are not wanted
    int classIndex = -1;   ///< the class that label means
    bool isSingle = false; ///< named by itself, and in no class folder; label is empty
};

/** Everything that an import would look at, in the order in which it would. */
struct ImportCandidates
{
    std::vector<std::unique_ptr<ImportSource>> sources;
    std::vector<ImportCandidate> candidates;
    std::vector<SkippedFile> skipped; ///< what is left out by names alone

    /** How reports name a candidate: the path as given, and the name below it. */
    std::string pathOf(const ImportCandidate& candidate) const;
    /** Class folders or labels with the number of their files, sorted by name. */
    std::vector<FoundFolder> folders(const std::vector<ClassInfo>& classes) const;
};

/**
 * Lists all paths and finds the label of each file. A file's class folder is the one that it lies in; where
 * that matches no class, a folder above it that does, unless that one wraps folders of other classes.
 */
Result<ImportCandidates> gatherCandidates(const std::vector<ClassInfo>& classes, const ImportParams& params,
                                          JobContext& context);

} // namespace nakama
