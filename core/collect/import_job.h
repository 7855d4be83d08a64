#pragma once

#include "core/base/job.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** Where labels of imported pictures come from. */
enum class LabelSource { Folders, None, Csv };

/** What to do with a class folder whose name no class matches. */
struct FolderDecision
{
    enum class Kind { Skip, UseClass, AddClass, Unlabelled };
    Kind kind = Kind::Skip;
    std::string className; ///< for UseClass and AddClass
};

struct ImportParams
{
    std::vector<std::filesystem::path> paths; ///< folders, .zip files, and single pictures
    std::string source = "import";
    Pool pool = Pool::Pool;
    LabelSource labels = LabelSource::Folders;
    std::filesystem::path csv; ///< for Csv: header with a file (or id) and a label column
    std::map<std::string, FolderDecision>
        unknownFolders; ///< by folder name; those not named are skipped and reported. Under "": single
                        ///< pictures, which without a decision come without a label
};

struct SkippedFile
{
    std::string path;
    std::string reason;
};

/** A class folder that was found, before anything is imported. */
struct FoundFolder
{
    std::string name; ///< empty: of the pictures that were named singly and lie in no class folder
    int files = 0;
    std::optional<std::string> matchedClass;
};

struct ImportPlan
{
    std::vector<FoundFolder> folders;
    int files = 0; ///< candidates in all; files that are no pictures are found out while importing
};

/**
 * Looks at what would be imported, from names alone: Kaggle layouts (train/CLASS, Data/Data/CLASS, any
 * wrapping folders), folders and zips.
 */
Result<ImportPlan> planImport(const std::vector<ClassInfo>& classes, const ImportParams& params,
                              JobContext& context);

struct ImportReport
{
    int imported = 0;
    int alreadyThere = 0;
    int labelled = 0; ///< of those already there: had no label before, and have one now
    std::vector<SkippedFile> skipped;
    std::vector<FoundFolder> unknownFolders; ///< offered: pictures in them were skipped unless decided
};

/**
 * Imports pictures into a workspace: originals stored once by content, decoded once to prove that they are
 * pictures. Committed in small batches: cancelled or killed, what was imported stays, and a rerun adds the
 * rest. All of it is one edit of the EditJournal. Memory is bounded by one picture a worker.
 */
class ImportJob : public Job
{
public:
    ImportJob(Workspace workspace, ImportParams params);

    std::string name() const override { return "import pictures"; }
    Result<void> run(JobContext& context) override;
    const ImportReport& report() const { return m_report; }

private:
    Workspace m_workspace;
    ImportParams m_params;
    ImportReport m_report;
};

} // namespace nakama
